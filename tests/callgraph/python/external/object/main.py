import ext

client = ext.Client()
client.send()
