from first import clean

clean()
