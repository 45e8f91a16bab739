import asyncio


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *reason):
        self.close()

    def close(self):
        pass


async def work():
    async with Session():
        pass


asyncio.run(work())
