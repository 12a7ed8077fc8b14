/** What a segment of opening or closing can carry, as it is chosen from a list. */
export const FLAGS = ["SYN", "SYN,ACK", "ACK", "FIN", "FIN,ACK", "RST", "RST,ACK"];
