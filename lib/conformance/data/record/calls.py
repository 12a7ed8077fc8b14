"""Records what every call reports on a real TCP socket in every state: writes ../linux-calls.json.

    sudo python3 calls.py            # about a minute

Each cell is a socket of its own: it is brought into the state, one call is made, then a second one.
Sockets are non-blocking and SIGPIPE is ignored. The words of `steps` are explained in README.md.
"""
import ctypes
import json
import os
import platform
import select
import signal
import socket
import struct
import time

from bench import (HOST, PEER, PEER_ISS, PEER_PORT, SERVER_PORT, Wire, enter_namespace, name_of, state_of)

SYSCTLS = {"tcp_timestamps": 0, "tcp_sack": 0, "tcp_window_scaling": 0, "tcp_ecn": 0, "tcp_fastopen": 0,
           "tcp_invalid_ratelimit": 0, "tcp_syn_linear_timeouts": 0, "tcp_syn_retries": 1, "tcp_retries2": 2,
           "tcp_orphan_retries": 1, "tcp_max_syn_backlog": 4096, "tcp_syncookies": 0}

ACTIVE = ["connect", "peer S. 0 1", "finish"]
PASSIVE = ["listen", "peer S 0", "peer . 1 1", "accept"]
TEXT = "peer P. 1 1 5"
FIN, FIN_AFTER_TEXT = "peer F. 1 1", "peer F. 6 1"

WAYS = {
    "never opened": [],
    "bound": ["bind"],
    "LISTEN": ["listen"],
    "LISTEN, a handshake is half done": ["listen", "peer S 0"],
    "LISTEN, one waits for accept": ["listen", "peer S 0", "peer . 1 1"],
    "LISTEN, the one that waited was reset": ["listen", "peer S 0", "peer . 1 1", "peer R 1"],
    "SYN-SENT": ["connect"],
    "refused": ["connect", "peer R. 0 1"],
    "SYN timed out": ["connect", "wait"],
    "SYN-RECEIVED by crossing SYNs": ["connect", "peer S 0"],
    "SYN-RECEIVED by crossing SYNs, reset": ["connect", "peer S 0", "peer R 1"],
    "ESTABLISHED, connect not asked again": ["connect", "peer S. 0 1"],
    "ESTABLISHED, connect not asked again, reset": ["connect", "peer S. 0 1", "peer R 1"],
    "ESTABLISHED": ACTIVE,
    "ESTABLISHED, accepted": PASSIVE,
    "ESTABLISHED, text unread": [*ACTIVE, TEXT],
    "ESTABLISHED, text on its way": [*ACTIVE, "send 5"],
    "FIN-WAIT-1": [*ACTIVE, "shutdown WR"],
    "FIN-WAIT-1, text unread": [*ACTIVE, TEXT, "shutdown WR"],
    "FIN-WAIT-2": [*ACTIVE, "shutdown WR", "peer . 1 2"],
    "FIN-WAIT-2, accepted": [*PASSIVE, "shutdown WR", "peer . 1 2"],
    "FIN-WAIT-2, text unread": [*ACTIVE, "shutdown WR", "peer . 1 2", "peer P. 1 2 5"],
    "CLOSE-WAIT": [*ACTIVE, FIN],
    "CLOSE-WAIT, accepted": [*PASSIVE, FIN],
    "CLOSE-WAIT, end read": [*ACTIVE, FIN, "receive"],
    "CLOSE-WAIT, text unread": [*ACTIVE, TEXT, FIN_AFTER_TEXT],
    "CLOSE-WAIT, text read": [*ACTIVE, TEXT, FIN_AFTER_TEXT, "receive"],
    "CLOSING": [*ACTIVE, "shutdown WR", FIN],
    "CLOSING, text unread": [*ACTIVE, "shutdown WR", TEXT, FIN_AFTER_TEXT],
    "LAST-ACK": [*ACTIVE, FIN, "shutdown WR"],
    "LAST-ACK, text unread": [*ACTIVE, TEXT, FIN_AFTER_TEXT, "shutdown WR"],
    "LAST-ACK, acknowledged": [*ACTIVE, FIN, "shutdown WR", "peer . 2 2"],
    "LAST-ACK, acknowledged, text unread": [*ACTIVE, TEXT, FIN_AFTER_TEXT, "shutdown WR", "peer . 7 2"],
    "TIME-WAIT": [*ACTIVE, "shutdown WR", "peer F. 1 2"],
    "TIME-WAIT, accepted": [*PASSIVE, "shutdown WR", "peer F. 1 2"],
    "TIME-WAIT, text unread": [*ACTIVE, "shutdown WR", "peer P. 1 2 5", "peer F. 6 2"],
    "TIME-WAIT out of CLOSING": [*ACTIVE, "shutdown WR", FIN, "peer . 2 2"],
    "TIME-WAIT, reset": [*ACTIVE, "shutdown WR", "peer F. 1 2", "peer R 2"],
    "SHUT_RD": [*ACTIVE, "shutdown RD"],
    "SHUT_RD, text unread": [*ACTIVE, TEXT, "shutdown RD"],
    "SHUT_RD, text came afterwards": [*ACTIVE, "shutdown RD", TEXT],
    "SHUT_RD in CLOSE-WAIT": [*ACTIVE, FIN, "shutdown RD"],
    "SHUT_RD, then SHUT_WR": [*ACTIVE, "shutdown RD", "shutdown WR"],
    "SHUT_RD, reset": [*ACTIVE, "shutdown RD", "peer R 1"],
    "SHUT_RDWR": [*ACTIVE, "shutdown RDWR"],
    "SHUT_RDWR, text unread": [*ACTIVE, TEXT, "shutdown RDWR"],
    "SHUT_RDWR, FIN acknowledged": [*ACTIVE, "shutdown RDWR", "peer . 1 2"],
    "SHUT_RDWR, text came afterwards": [*ACTIVE, "shutdown RDWR", "peer . 1 2", "peer P. 1 2 5"],
    "SHUT_RDWR in CLOSE-WAIT": [*ACTIVE, FIN, "shutdown RDWR"],
    "shutdown in SYN-SENT": ["connect", "shutdown WR"],
    "reset": [*ACTIVE, "peer R 1"],
    "reset, accepted": [*PASSIVE, "peer R 1"],
    "reset before accept": ["listen", "peer S 0", "peer . 1 1", "peer R 1", "accept"],
    "reset before accept, text unread": ["listen", "peer S 0", "peer . 1 1", TEXT, "peer R 6", "accept"],
    "reset, told by send": [*ACTIVE, "peer R 1", "send 5"],
    "reset, told by receive": [*ACTIVE, "peer R 1", "receive"],
    "reset, told by SO_ERROR": [*ACTIVE, "peer R 1", "status"],
    "reset, text unread": [*ACTIVE, TEXT, "peer R 6"],
    "reset, text read": [*ACTIVE, TEXT, "peer R 6", "receive"],
    "reset, text on its way": [*ACTIVE, "send 5", "peer R 1"],
    "reset in CLOSE-WAIT": [*ACTIVE, FIN, "peer R 2"],
    "reset in CLOSE-WAIT, text unread": [*ACTIVE, TEXT, FIN_AFTER_TEXT, "peer R 7"],
    "reset in CLOSE-WAIT, end read": [*ACTIVE, FIN, "receive", "peer R 2"],
    "text into a closed peer": [*ACTIVE, FIN, "send 5", "peer R 2"],
    "reset in FIN-WAIT-1": [*ACTIVE, "shutdown WR", "peer R 1"],
    "reset in FIN-WAIT-2": [*ACTIVE, "shutdown WR", "peer . 1 2", "peer R 1"],
    "reset in CLOSING": [*ACTIVE, "shutdown WR", FIN, "peer R 2"],
    "reset in LAST-ACK": [*ACTIVE, FIN, "shutdown WR", "peer R 2"],
    "keepalive unanswered": [*ACTIVE, "keepalive", "wait"],
    "text never acknowledged": [*ACTIVE, "send 5", "wait"],
    "text never acknowledged, text unread": [*ACTIVE, TEXT, "send 5", "wait"],
    "FIN never acknowledged": [*ACTIVE, "shutdown WR", "wait"],
    "FIN never acknowledged in LAST-ACK": [*ACTIVE, FIN, "shutdown WR", "wait"],
    "FIN never acknowledged in CLOSING": [*ACTIVE, "shutdown WR", FIN, "wait"],
}

CALLS = ["listen", "connect", "accept", "send 5", "receive", "shutdown WR", "shutdown RD", "shutdown RDWR",
         "status", "set", "close", "abort"]


class Cell:
    """One socket on its way into a state."""

    next_port = 20_000

    def __init__(self, wire):
        self.wire = wire
        Cell.next_port += 1
        self.port = Cell.next_port
        self.sock = self.new_socket()
        self.listener = None
        self.iss = None
        self.ports = None

    def new_socket(self):
        sock = socket.socket()
        sock.setblocking(False)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return sock

    def step(self, words):
        word, *rest = words.split()
        if word == "peer":
            return self.peer(*rest)
        if word == "wait":
            return None
        return self.call(words)

    def peer(self, flags, seq, ack=0, length=0):
        if self.ports is None:
            self.ports = (self.port, PEER_PORT)
        opens = flags == "S" and self.listener is None and state_of(self.sock) == "LISTEN"
        if self.iss is None and not opens:
            self.iss = self.wire.wait_for(self.ports, "S")["seq"]
        self.wire.send(self.ports, flags, PEER_ISS + int(seq), (self.iss or 0) + int(ack) if "." in flags else 0,
                       int(length))
        return None

    def call(self, words):
        word, *rest = words.split()
        try:
            said = getattr(self, "do_" + word)(*rest)
        except OSError as error:
            return name_of(error)
        return "0" if said is None else str(said)

    def do_bind(self):
        self.sock.bind((HOST, self.port))

    def do_listen(self):
        if state_of(self.sock) == "CLOSED" and self.sock.getsockname()[1] == 0:
            self.sock.bind((HOST, self.port))
        self.sock.listen(1)

    def do_connect(self):
        if state_of(self.sock) == "CLOSED" and self.sock.getsockname()[1] == 0:
            self.sock.bind((HOST, self.port))
        self.sock.connect((PEER, PEER_PORT))

    do_finish = do_connect

    def do_accept(self):
        accepted, _ = self.sock.accept()
        accepted.setblocking(False)
        self.listener, self.sock = self.sock, accepted
        return "a connection"

    def do_send(self, length):
        return self.sock.send(b"y" * int(length), socket.MSG_NOSIGNAL)

    def do_receive(self):
        return len(self.sock.recv(65536))

    def do_shutdown(self, how):
        self.sock.shutdown(getattr(socket, "SHUT_" + how))

    def do_status(self):
        code = self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        return name_of(OSError(code, "")) if code else "0"

    def do_set(self):
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 0)

    def do_keepalive(self):
        for option in (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT):
            self.sock.setsockopt(socket.IPPROTO_TCP, option, 1)
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)

    def do_close(self):
        if self.sock.fileno() < 0:
            raise OSError(9, "EBADF")
        self.sock.close()

    def do_abort(self):
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.do_close()

    def end(self):
        for sock in (self.sock, self.listener):
            if sock is not None and sock.fileno() >= 0:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                sock.close()


def poll_of(sock):
    poll = select.poll()
    poll.register(sock.fileno(), select.POLLIN | select.POLLOUT | select.POLLRDHUP)
    names = ("IN", "OUT", "RDHUP", "ERR", "HUP")
    found = poll.poll(0)
    flags = found[0][1] if found else 0
    return " ".join(name for name in names if flags & getattr(select, "POLL" + name)) or "none"


def kernel_state(cell):
    """The socket's own state, or TIME-WAIT where the kernel keeps the connection in a small socket instead."""
    state = "gone" if cell.sock.fileno() < 0 else state_of(cell.sock)
    return state


def record(wire, name, steps):
    cells = {(first, second): Cell(wire) for first in CALLS for second in CALLS}
    for words in steps:
        said = {cell.step(words) for cell in cells.values()}
        wire.listen(0.003)
        if words == "wait":
            wait_until_closed(wire, cells.values())
        if len(said) != 1:
            raise RuntimeError(f"{name}: {words} gives {said}")
    states = {(kernel_state(cell), poll_of(cell.sock)) for cell in cells.values()}
    if len(states) != 1:
        raise RuntimeError(f"{name}: not one state but {states}")
    [(state, poll)] = states
    rows = {}
    for first in CALLS:
        ways = [cells[first, second] for second in CALLS]
        said = {(cell.call(first), kernel_state(cell)) for cell in ways}
        wire.listen(0.001)
        if len(said) != 1:
            raise RuntimeError(f"{name}: {first} gives {said}")
        [(says, after)] = said
        rows[first] = {"says": says, "leaves": after, "next": [cells[first, second].call(second) for second in CALLS]}
    for cell in cells.values():
        cell.end()
    wire.listen(0.01)
    wire.heard.clear()
    return {"name": name, "steps": steps, "state": state, "poll": poll, "calls": rows}


def wait_until_closed(wire, cells):
    until = time.monotonic() + 30
    while any(state_of(cell.sock) != "CLOSED" for cell in cells):
        if time.monotonic() > until:
            raise TimeoutError("a socket does not give up")
        wire.listen(0.05)


def main():
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    wire = Wire(enter_namespace(SYSCTLS))
    ways = [record(wire, name, steps) for name, steps in WAYS.items()]
    meta = {"kernel": f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}",
            "sysctls": SYSCTLS, "calls": CALLS,
            "method": "one socket per pair of calls on a TUN device in a private network namespace; scripted peer"}
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "linux-calls.json")
    with open(target, "w") as file:
        file.write('{"meta": ' + json.dumps(meta) + ',\n"ways": [\n')
        file.write(",\n".join(written(way) for way in ways))
        file.write("\n]}\n")
    print(f"{len(ways)} ways, {len(ways) * len(CALLS) * (len(CALLS) + 1)} answers")


def written(way):
    calls = ",\n".join(f"  {json.dumps(call)}: {json.dumps(row)}" for call, row in way["calls"].items())
    head = json.dumps({key: value for key, value in way.items() if key != "calls"})
    return f'{head[:-1]}, "calls": {{\n{calls}\n}}}}'


if __name__ == "__main__":
    main()
