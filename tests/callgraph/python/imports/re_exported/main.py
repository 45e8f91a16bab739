from package import clean

clean()
