module k8s.io/klog/v2

go 1.24

require github.com/go-logr/logr v1.4.4
