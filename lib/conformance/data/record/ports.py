"""Records when a port is free for another socket: writes ../linux-ports.json.

    sudo python3 ports.py            # a few seconds

One socket holds the port, in some state; a second one, of the same application, binds it and listens or connects.
"""
import json
import os
import platform
import socket
import struct

from bench import HOST, PEER, PEER_PORT, Wire, enter_namespace, name_of
from calls import ACTIVE, FIN, PASSIVE, SYSCTLS, Cell

CLOSE_LISTENER = "unlisten"
ACCEPTED = [*PASSIVE, CLOSE_LISTENER]

WAYS = {
    "nothing": [],
    "LISTEN": ["listen"],
    "LISTEN, closed": ["listen", "close"],
    "ESTABLISHED, accepted, listener open": PASSIVE,
    "ESTABLISHED, accepted": ACCEPTED,
    "FIN-WAIT-1, accepted, closed": [*ACCEPTED, "close"],
    "FIN-WAIT-2, accepted": [*ACCEPTED, "shutdown WR", "peer . 1 2"],
    "FIN-WAIT-2, accepted, closed": [*ACCEPTED, "close", "peer . 1 2"],
    "CLOSE-WAIT, accepted": [*ACCEPTED, FIN],
    "LAST-ACK, accepted, closed": [*ACCEPTED, FIN, "close"],
    "TIME-WAIT, accepted": [*ACCEPTED, "shutdown WR", "peer F. 1 2"],
    "TIME-WAIT, accepted, closed": [*ACCEPTED, "close", "peer F. 1 2"],
    "reset, accepted": [*ACCEPTED, "peer R 1"],
    "aborted, accepted": [*ACCEPTED, "abort"],
    "SYN-SENT": ["connect"],
    "refused": ["connect", "peer R. 0 1"],
    "ESTABLISHED": ACTIVE,
    "TIME-WAIT": [*ACTIVE, "shutdown WR", "peer F. 1 2"],
    "TIME-WAIT, closed": [*ACTIVE, "close", "peer F. 1 2"],
    "LAST-ACK, acknowledged": [*ACTIVE, FIN, "shutdown WR", "peer . 2 2"],
}
SECOND = ["listen", "connect to the same", "connect elsewhere"]


class Holder(Cell):
    def __init__(self, wire, reuses):
        self.reuses = reuses
        super().__init__(wire)

    def new_socket(self):
        sock = super().new_socket()
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(self.reuses))
        return sock

    def do_unlisten(self):
        self.listener.close()


def second(port, what, reuses):
    """What the second socket is told, and by which call."""
    sock = socket.socket()
    sock.setblocking(False)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(reuses))
    call = "bind"
    try:
        sock.bind((HOST, port))
        call = what.split()[0]
        if what == "listen":
            sock.listen(1)
        else:
            sock.connect((PEER, PEER_PORT if what == "connect to the same" else PEER_PORT + 1))
    except OSError as error:
        return f"{call} {name_of(error)}", sock
    return "ok", sock


def main():
    wire = Wire(enter_namespace(SYSCTLS))
    rows = []
    for name, steps in WAYS.items():
        for held in (True, False):
            for new in (True, False):
                says = []
                for what in SECOND:
                    holder = Holder(wire, held)
                    for words in steps:
                        holder.step(words)
                        wire.listen(0.003)
                    said, sock = second(holder.port, what, new)
                    says.append("ok" if said == "connect EINPROGRESS" else said)
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    sock.close()
                    holder.end()
                rows.append({"name": name, "steps": steps, "holder_reuses": held, "second_reuses": new, "says": says})
    meta = {"kernel": f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}",
            "sysctls": SYSCTLS, "second": SECOND,
            "method": "one pair of sockets per answer on a TUN device in a private network namespace; scripted peer"}
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "linux-ports.json")
    with open(target, "w") as file:
        file.write('{"meta": ' + json.dumps(meta) + ',\n"rows": [\n' + ",\n".join(map(json.dumps, rows)) + "\n]}\n")
    print(f"{len(rows) * len(SECOND)} answers")


if __name__ == "__main__":
    main()
