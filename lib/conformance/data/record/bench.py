"""A real kernel with a scripted peer: a TUN device in a network namespace of this process's own.

    kernel 10.77.0.1  <-- tun0 -->  10.77.0.2 this program

Nothing leaves the namespace, and it is gone with the process. Needs root, Python 3.9 or later, and iproute2.
"""
import ctypes
import errno
import fcntl
import os
import select
import socket
import struct
import subprocess
import time

HOST, PEER = "10.77.0.1", "10.77.0.2"
SERVER_PORT, PEER_PORT = 8080, 9090
PEER_ISS = 5_000_000
BITS = {"F": 0x01, "S": 0x02, "R": 0x04, "P": 0x08, ".": 0x10}
STATES = {1: "ESTABLISHED", 2: "SYN-SENT", 3: "SYN-RECEIVED", 4: "FIN-WAIT-1", 5: "FIN-WAIT-2", 6: "TIME-WAIT",
          7: "CLOSED", 8: "CLOSE-WAIT", 9: "LAST-ACK", 10: "LISTEN", 11: "CLOSING", 12: "SYN-RECEIVED"}
CLONE_NEWNET = 0x40000000
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x1, 0x1000


def enter_namespace(sysctls):
    """Leaves the network of the machine for an empty one, with `sysctls` of net.ipv4; returns the TUN device."""
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "unshare: this needs root")
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", b"tun0", IFF_TUN | IFF_NO_PI))
    for command in ("ip link set lo up", f"ip addr add {HOST}/24 dev tun0", "ip link set tun0 up"):
        subprocess.run(command.split(), check=True, timeout=5)
    for name, value in sysctls.items():
        with open(f"/proc/sys/net/ipv4/{name}", "w") as file:
            file.write(str(value))
    return tun


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


class Wire:
    """What the kernel sends, sorted by the pair of ports (kernel's, peer's)."""

    def __init__(self, tun):
        self.tun = tun
        self.heard = {}

    def send(self, ports, flags, seq, ack, length=0, options=b"", window=65535):
        """`flags` in the letters of packetdrill; numbers absolute."""
        header = struct.pack("!HHIIBBHHH", ports[1], ports[0], seq % 2**32, ack % 2**32,
                             (20 + len(options)) // 4 << 4, sum(BITS[f] for f in flags), window, 0, 0) + options
        segment = bytearray(header + b"x" * length)
        pseudo = socket.inet_aton(PEER) + socket.inet_aton(HOST) + struct.pack("!BBH", 0, 6, len(segment))
        struct.pack_into("!H", segment, 16, checksum(pseudo + bytes(segment)))
        ip = bytearray(struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(segment), 0, 0x4000, 64, 6, 0,
                                   socket.inet_aton(PEER), socket.inet_aton(HOST)))
        struct.pack_into("!H", ip, 10, checksum(bytes(ip)))
        os.write(self.tun, bytes(ip) + bytes(segment))

    def listen(self, seconds):
        """Collects what comes within so long."""
        until = time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            if not select.select([self.tun], [], [], max(0, left))[0]:
                return
            self._take(os.read(self.tun, 65536))

    def _take(self, packet):
        if packet[0] >> 4 != 4 or packet[9] != 6:
            return
        tcp = packet[(packet[0] & 15) * 4:]
        ours, theirs, seq, ack, offset, bits = struct.unpack("!HHIIBB", tcp[:14])
        size = (offset >> 4) * 4
        letters = "".join(f for f in "SFRP." if bits & BITS[f])
        self.heard.setdefault((ours, theirs), []).append(
            {"flags": letters, "seq": seq, "ack": ack if "." in letters else None, "len": len(tcp) - size,
             "options": tcp[20:size]})

    def wait_for(self, ports, letter, seconds=1.0):
        """The first segment between these ports that has the flag."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for segment in self.heard.get(ports, []):
                if letter in segment["flags"]:
                    return segment
            self.listen(0.002)
        raise TimeoutError(f"no {letter} on {ports}")


def state_of(sock):
    try:
        return STATES[sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 8)[0]]
    except OSError as error:
        return name_of(error)


def name_of(error):
    return errno.errorcode[error.errno]
