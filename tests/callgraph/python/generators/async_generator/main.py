import asyncio


async def numbers():
    yield one()


def one():
    return 1


async def work():
    async for number in numbers():
        pass


asyncio.run(work())
