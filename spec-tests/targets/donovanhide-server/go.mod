module target

go 1.23

require github.com/donovanhide/eventsource v0.0.0-20210830082556-c59027999da0
