"""Records what a real TCP connection makes of the options of each segment: writes ../linux-options.json.

    sudo python3 options.py          # about a minute and a half

A connection on which timestamps, SACK and window scaling were agreed, or were not, is brought into a state; then one
probe segment comes. The words are explained in README.md.
"""
import json
import os
import platform
import socket
import struct

from bench import PEER_ISS, PEER_PORT, SERVER_PORT, STATES, Wire, enter_namespace

SYSCTLS = {"tcp_timestamps": 1, "tcp_sack": 1, "tcp_window_scaling": 1, "tcp_ecn": 0, "tcp_fastopen": 0,
           "tcp_invalid_ratelimit": 0, "tcp_syncookies": 0}

FIRST_STAMP, STAMP_STEP = 1_000_000, 10
KINDS = {2: "mss", 3: "ws", 4: "sackOK", 5: "sack", 8: "ts"}

ESTABLISHED = ["peer S 0", "peer . 1 1", "accept"]
WAYS = {
    "SYN-SENT": ["connect"],
    "SYN-RECEIVED": ["peer S 0"],
    "ESTABLISHED": ESTABLISHED,
    "FIN-WAIT-1": [*ESTABLISHED, "shutdown"],
    "FIN-WAIT-2": [*ESTABLISHED, "shutdown", "peer . 1 2"],
    "FIN-WAIT-2 of a closed socket": [*ESTABLISHED, "close", "peer . 1 2"],
    "CLOSE-WAIT": [*ESTABLISHED, "peer F. 1 1"],
    "CLOSING": [*ESTABLISHED, "shutdown", "peer F. 1 1"],
    "LAST-ACK": [*ESTABLISHED, "peer F. 1 1", "shutdown"],
    "TIME-WAIT": [*ESTABLISHED, "shutdown", "peer F. 1 2"],
}
# rcv_nxt and snd_nxt, relative, in each state
NUMBERS = {"SYN-SENT": (0, 1), "SYN-RECEIVED": (1, 1), "ESTABLISHED": (1, 1), "FIN-WAIT-1": (1, 2),
           "FIN-WAIT-2": (1, 2), "FIN-WAIT-2 of a closed socket": (1, 2), "CLOSE-WAIT": (2, 1), "CLOSING": (2, 2),
           "LAST-ACK": (2, 2), "TIME-WAIT": (2, 2)}

# flags, offset from rcv_nxt, has ACK of everything, length
PROBES = {"ACK": (".", 0, 0), "text": ("P.", 0, 5), "FIN": ("F.", 0, 0), "RST": ("R", 0, 0), "RST,ACK": ("R.", 0, 0),
          "SYN": ("S", 1000, 0), "SYN again": ("S", None, 0), "SYN-ACK again": ("S.", None, 0)}
STAMPS = ["none", "newer", "older", "wrong echo", "echo 0"]


def stamp(value, echo):
    return struct.pack("!BBBBII", 1, 1, 8, 10, value % 2**32, echo % 2**32)


MSS, SACK_OK, SCALE = struct.pack("!BBH", 2, 4, 1460), b"\1\1\4\2", b"\1\3\3\7"


class Connection:
    next_port = 30_000

    def __init__(self, wire, server, offers):
        self.wire, self.server, self.offers = wire, server, offers
        Connection.next_port += 1
        self.port = Connection.next_port
        self.ports = (SERVER_PORT, self.port)
        self.sock, self.iss, self.value = None, 0, FIRST_STAMP

    def step(self, words):
        word, *rest = words.split()
        if word == "peer":
            self.peer(*rest)
        elif word == "connect":
            self.sock = socket.socket()
            self.sock.setblocking(False)
            self.ports = (self.port, PEER_PORT)
            self.sock.bind(("10.77.0.1", self.port))
            self.sock.connect_ex(("10.77.0.2", PEER_PORT))
            self.iss = self.wire.wait_for(self.ports, "S")["seq"]
        elif word == "accept":
            self.sock, _ = self.server.accept()
            self.sock.setblocking(False)
        elif word == "shutdown":
            self.sock.shutdown(socket.SHUT_WR)
        else:
            self.sock.close()
        self.wire.listen(0.003)

    def peer(self, flags, seq, ack=0):
        syn = "S" in flags
        options = self.stamp("newer") if self.offers else b""
        if syn:
            options = MSS + (SACK_OK + SCALE if self.offers else b"") + options
        self.wire.send(self.ports, flags, PEER_ISS + int(seq), self.iss + int(ack) if "." in flags else 0, 0, options)
        if flags == "S":
            self.iss = self.wire.wait_for(self.ports, "S")["seq"]

    def stamp(self, which):
        if which == "none":
            return b""
        self.value += STAMP_STEP
        echo = self.last_stamp()
        value = self.value - 500 if which == "older" else self.value
        return stamp(value, {"wrong echo": echo + 1_000_000, "echo 0": 0}.get(which, echo))

    def last_stamp(self):
        for segment in reversed(self.wire.heard.get(self.ports, [])):
            at = segment["options"].find(b"\x08\x0a")
            if at >= 0:
                return struct.unpack("!I", segment["options"][at + 2:at + 6])[0]
        return 0

    def probe(self, name, which, state, extra):
        flags, offset, length = PROBES[name]
        rcv_nxt, snd_nxt = NUMBERS[state]
        seq = 0 if offset is None else rcv_nxt + offset
        before = len(self.wire.heard.get(self.ports, []))
        options = self.stamp(which)
        if "S" in flags:
            options = MSS + options
        options += {"": b"", "ws": b"\1\3\3\1", "sackOK": b"\1\1\4\2", "mss": struct.pack("!BBH", 2, 4, 100)}[extra]
        self.wire.send(self.ports, flags, PEER_ISS + seq, self.iss + snd_nxt if "." in flags else 0, length, options)
        self.wire.listen(0.045)
        replies = self.wire.heard.get(self.ports, [])[before:]
        return {"seg": {"flags": flags, "seq": seq, "ack": snd_nxt if "." in flags else None, "len": length},
                "stamp": which, "extra": extra, "reply": [self.told(reply) for reply in replies], "next": self.state()}

    def told(self, reply):
        seq = reply["seq"] - self.iss if reply["seq"] else "absolute 0"
        return {"flags": reply["flags"], "seq": seq,
                "ack": None if reply["ack"] is None else (reply["ack"] - PEER_ISS) % 2**32, "len": reply["len"],
                "options": kinds_of(reply["options"])}

    def state(self):
        with open("/proc/net/tcp") as file:
            for line in file.readlines()[1:]:
                words = line.split()
                local, remote = (int(words[i].split(":")[1], 16) for i in (1, 2))
                if (local, remote) == self.ports:
                    return STATES[int(words[3], 16)]
        return "CLOSED"


def kinds_of(options):
    kinds, i = [], 0
    while i < len(options) and options[i] != 0:
        if options[i] == 1:
            i += 1
            continue
        kinds.append(KINDS.get(options[i], str(options[i])))
        i += options[i + 1]
    return " ".join(kinds)


def cases():
    for offers in (True, False):
        for state in WAYS:
            for name in PROBES:
                if state == "SYN-SENT" and name in ("SYN", "SYN again"):
                    continue
                for which in STAMPS if offers else ("none", "newer", "older"):
                    yield offers, state, name, which, ""
        for extra in ("ws", "sackOK", "mss"):
            for name in ("ACK", "text"):
                yield offers, "ESTABLISHED", name, "newer" if offers else "none", extra


def main():
    wire = Wire(enter_namespace(SYSCTLS))
    server = socket.socket()
    server.bind(("10.77.0.1", SERVER_PORT))
    server.listen(128)
    rows, kept = [], []
    for offers, state, name, which, extra in cases():
        connection = Connection(wire, server, offers)
        for words in WAYS[state]:
            connection.step(words)
        wire.listen(0.05)
        rows.append({"offers": offers, "state": state, "probe": name, **connection.probe(name, which, state, extra)})
        kept.append(connection)
        if state == "SYN-RECEIVED":
            server.settimeout(0.01)
            try:
                kept.append(server.accept())
            except TimeoutError:
                pass
            server.settimeout(None)
    meta = {"kernel": f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}", "sysctls": SYSCTLS,
            "ways": WAYS, "first_stamp": FIRST_STAMP, "stamp_step": STAMP_STEP,
            "method": "one fresh connection per row on a TUN device in a private network namespace; scripted peer; "
                      "replies collected for 45 ms; state from /proc/net/tcp"}
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "linux-options.json")
    with open(target, "w") as file:
        file.write('{"meta": ' + json.dumps(meta) + ',\n"rows": [\n' + ",\n".join(map(json.dumps, rows)) + "\n]}\n")
    print(f"{len(rows)} rows")


if __name__ == "__main__":
    main()
