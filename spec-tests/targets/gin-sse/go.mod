module target

go 1.23

require github.com/gin-contrib/sse v1.1.0
