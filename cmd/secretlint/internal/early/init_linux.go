package early

import "syscall"

func init() {
	if leaveNothing() {
		syscall.Exit(0)
	}
}

// leaveNothing does all there is to do for a unit that ends, and reports whether
// that is done. If anything is in the way, package unit will come upon it again,
// and say so.
func leaveNothing() bool {
	args, ok := processArguments()
	if !ok {
		return false
	}
	file, deep, ok := arguments(args[1:])
	if !ok {
		return false
	}
	data, ok := readFile(file)
	if !ok {
		return false
	}
	goVersion, _ := syscall.Getenv("GOVERSION")
	u, ok := Read(data)
	return ok && u.Ends(deep, goVersion) && createEmpty(u.VetxOutput)
}

// processArguments returns what package os will call os.Args.
func processArguments() (args []string, ok bool) {
	data, ok := readFile("/proc/self/cmdline")
	if !ok || len(data) == 0 || data[len(data)-1] != 0 {
		return nil, false
	}
	return split(string(data[:len(data)-1]), 0), true
}

func readFile(name string) (data []byte, ok bool) {
	fd, err := syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, false
	}
	defer func() { _ = syscall.Close(fd) }()
	data = make([]byte, 0, 8<<10)
	for {
		n, err := syscall.Read(fd, data[len(data):cap(data)])
		if err != nil {
			return nil, false
		}
		if n == 0 {
			return data, true
		}
		if data = data[:len(data)+n]; len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

func createEmpty(name string) bool {
	fd, err := syscall.Open(name, syscall.O_WRONLY|syscall.O_CREAT|syscall.O_TRUNC|syscall.O_CLOEXEC, 0o666)
	return err == nil && syscall.Close(fd) == nil
}
