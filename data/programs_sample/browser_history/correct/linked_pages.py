from dataclasses import dataclass
from typing import Optional


@dataclass
class Page:
    name: str
    before: Optional["Page"] = None
    after: Optional["Page"] = None


class Browser:
    """Pages in a doubly linked list."""

    def __init__(self) -> None:
        self.page = Page("start")

    def visit(self, name: str) -> None:
        self.page.after = Page(name, before=self.page)
        self.page = self.page.after

    def back(self, count: str) -> None:
        for _ in range(int(count)):
            self.page = self.page.before or self.page

    def forward(self, count: str) -> None:
        for _ in range(int(count)):
            self.page = self.page.after or self.page


browser = Browser()
for _ in range(int(input())):
    command, argument = input().split()
    getattr(browser, command)(argument)
    print(browser.page.name)
