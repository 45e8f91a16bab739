from package.tools import clean
