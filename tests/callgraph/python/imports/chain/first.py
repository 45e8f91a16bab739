from second import tidy as clean
