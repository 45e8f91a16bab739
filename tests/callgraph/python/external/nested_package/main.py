import ext.web.client as client
from ext.web.server import start

client.connect()
start()
