def target():
    pass


class Holder:
    pass


holder = Holder()
setattr(holder, "action", target)
holder.action()
