def again(function, times):
    if times:
        function(function, times - 1)


again(again, 1)
