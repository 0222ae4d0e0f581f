"""A mail server that treats a message by whom it is for, at the first attempt: the local part of the recipient's address says how. What it takes it keeps in a Maildir."""
import asyncio

from aiosmtpd.handlers import Mailbox


class Wayward(Mailbox):
    def __init__(self, maildir):
        super().__init__(maildir)
        self.met = set()

    @classmethod
    def from_cli(cls, parser, *args):
        return cls(args[0])

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local == "nobody":
            return "550 5.1.1 No such user"
        if local == "busy" and self.is_first(address):
            return "451 4.3.0 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        local = address.split("@")[0]
        if local == "full" and self.is_first(address):
            return "452 4.3.1 Out of room"
        answer = await super().handle_DATA(server, session, envelope)
        if local == "silent" and self.is_first(address):
            await asyncio.sleep(3600)
        if local == "cut" and self.is_first(address):
            server.transport.abort()
        return answer

    def is_first(self, address):
        first = address not in self.met
        self.met.add(address)
        return first
