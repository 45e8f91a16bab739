import asyncio


async def fetch():
    return parse()


def parse():
    pass


async def start():
    await fetch()


asyncio.run(start())
