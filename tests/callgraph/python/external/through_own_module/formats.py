from json import dumps
