package early

// arguments returns the file that describes the unit and the modules of -deep.
// It is not ok if these may not be the arguments of a unit, or say anything in
// another form than -flag=value.
func arguments(args []string) (file string, deep []string, ok bool) {
	if len(args) == 0 {
		return "", nil, false
	}
	flags, file := args[:len(args)-1], args[len(args)-1]
	if !hasSuffix(file, ".cfg") || file[0] == '-' {
		return "", nil, false
	}
	for _, arg := range flags {
		name, value, isFlag := cutFlag(arg)
		if !isFlag || name == "V" || name == "flags" {
			return "", nil, false
		}
		if name == "deep" {
			deep = append(deep, split(value, ',')...)
		}
	}
	return file, deep, true
}

// cutFlag takes -name=value apart. -deep without a value has it in the next
// argument, and is none.
func cutFlag(arg string) (name, value string, ok bool) {
	if len(arg) < 2 || arg[0] != '-' {
		return "", "", false
	}
	arg = arg[1:]
	if arg[0] == '-' {
		arg = arg[1:]
	}
	for i := range len(arg) {
		if arg[i] == '=' {
			return arg[:i], arg[i+1:], i > 0 && arg[0] != '-'
		}
	}
	return arg, "", arg != "" && arg[0] != '-' && arg != "deep"
}

// split and hasSuffix are those of package strings, which is initialised late.
func split(s string, sep byte) []string {
	var parts []string
	start := 0
	for i := range len(s) {
		if s[i] == sep {
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}
