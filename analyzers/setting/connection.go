package setting

import "strings"

// connection says whether a value is where something is, and whether a
// password in the clear stands in it. It returns false for what is neither a
// URL nor a connection string.
func connection(v string) (Content, bool) {
	if strings.ContainsAny(v, " \t\n") && !isKeywords(v) {
		return Text, false
	}
	password, found := "", false
	if scheme, rest, ok := cutScheme(v); ok {
		if scheme == "file" {
			return Path, true
		}
		password, found = inURL(rest), true
	} else if p, ok := beforeHost(v); ok {
		password, found = p, true
	} else if p, ok := inKeywords(v); ok {
		password, found = p, true
	}
	switch {
	case !found && isHostPort(v):
		return Location, true
	case found && isOpen(password):
		return Connection, true
	}
	return Location, found
}

// isOpen reports whether what stands in the place of a password is one.
func isOpen(password string) bool {
	if password == "" || isReference(password) || isPlaceholder(password) || isSwitch(password) {
		return false
	}
	return !isCiphertext(password)
}

// cutScheme cuts scheme://rest, and returns false if v is no such thing. Of
// jdbc:mysql://… the scheme is mysql.
func cutScheme(v string) (scheme, rest string, ok bool) {
	scheme, rest, ok = strings.Cut(v, "://")
	if !ok || scheme == "" || len(scheme) > 40 {
		return "", "", false
	}
	for i := range len(scheme) {
		if c := scheme[i]; !isLetter(c) && !isDigit(c) && !strings.ContainsRune("+-.:", rune(c)) {
			return "", "", false
		}
	}
	if i := strings.LastIndexByte(scheme, ':'); i >= 0 {
		scheme = scheme[i+1:]
	}
	return strings.ToLower(scheme), rest, true
}

// inURL returns the password in what follows a scheme: user:password@host, or
// a parameter of the query. It is empty if there is none, or if it is no more
// than the name of the user.
func inURL(rest string) string {
	authority := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		authority = rest[:i]
	}
	// A password may have a slash, which ought to be escaped and is often not.
	if !strings.Contains(authority, "@") && strings.Contains(authority, ":") {
		if before, _, ok := strings.Cut(rest, "@"); ok && !strings.ContainsAny(before, "?#") && !startsWithPort(authority) {
			authority = rest[:len(before)+1]
		}
	}
	if i := strings.LastIndexByte(authority, '@'); i >= 0 {
		user, password, _ := strings.Cut(authority[:i], ":")
		if password != "" && !strings.EqualFold(user, password) {
			return password
		}
	}
	_, query, _ := strings.Cut(rest, "?")
	return inQuery(query)
}

// startsWithPort reports whether what follows the last colon is a port.
func startsWithPort(authority string) bool {
	i := strings.LastIndexByte(authority, ':')
	port := authority[i+1:]
	return port != "" && strings.Trim(port, "0123456789") == ""
}

func inQuery(query string) string {
	for pair := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		if isPasswordKeyword(name) && isOpen(value) {
			return value
		}
	}
	return ""
}

// beforeHost returns the password of user:password@tcp(host)/name, as the MySQL
// driver for Go takes it.
func beforeHost(v string) (string, bool) {
	i := strings.LastIndexByte(v, '@')
	if i < 0 {
		return "", false
	}
	protocol, _, ok := strings.Cut(v[i+1:], "(")
	switch {
	case !ok && !strings.HasPrefix(v[i+1:], "/"):
		return "", false
	case protocol != "" && protocol != "tcp" && protocol != "tcp6" && protocol != "unix" && ok:
		return "", false
	}
	user, password, _ := strings.Cut(v[:i], ":")
	if strings.EqualFold(user, password) {
		return "", true
	}
	return password, true
}

// inKeywords returns the password among keywords and values, which are
// separated by semicolons as ADO.NET and Azure have them, or by spaces as libpq.
func inKeywords(v string) (string, bool) {
	if !isKeywords(v) {
		return "", false
	}
	user, password := "", ""
	for pair := range splitKeywords(v) {
		name, value, _ := strings.Cut(pair, "=")
		name, value = strings.TrimSpace(name), unquote(strings.TrimSpace(value))
		switch {
		case isPasswordKeyword(name):
			password = value
		case strings.EqualFold(name, "user"), strings.EqualFold(name, "user id"), strings.EqualFold(name, "uid"):
			user = value
		}
	}
	if strings.EqualFold(user, password) {
		password = ""
	}
	return password, true
}

func splitKeywords(v string) func(func(string) bool) {
	if strings.Contains(v, ";") {
		return strings.SplitSeq(v, ";")
	}
	return strings.FieldsSeq(v)
}

// isKeywords reports whether v is a list of keywords and values of which one
// says where to connect to.
func isKeywords(v string) bool {
	count, place := 0, false
	for pair := range splitKeywords(v) {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		name, _, ok := strings.Cut(pair, "=")
		if !ok {
			return false
		}
		count++
		place = place || isPlaceKeyword(strings.ToLower(strings.TrimSpace(name)))
	}
	return count > 1 && place
}

func isPlaceKeyword(name string) bool {
	switch name {
	case "host", "hostaddr", "server", "data source", "datasource", "address", "addr", "endpoint", "dbname", "database",
		"initial catalog", "defaultendpointsprotocol", "accountname", "accountendpoint", "hostname", "network address",
		"user id", "uid", "sslmode":
		return true
	}
	return false
}

func isPasswordKeyword(name string) bool {
	switch strings.ToLower(name) {
	case "password", "passwd", "pwd", "pass", "sslpassword", "accountkey", "sharedaccesskey", "sharedsecret", "sharedaccesssignature",
		"access_token", "api_key", "apikey", "auth_token", "client_secret", "secret_key", "authsource_password":
		return true
	}
	return false
}

// isHostPort reports whether v is a host and a port, or an address of mail.
func isHostPort(v string) bool {
	host, port, ok := strings.Cut(v, ":")
	if !ok || port == "" || len(port) > 5 || strings.Trim(port, "0123456789") != "" {
		return false
	}
	return strings.Trim(strings.ToLower(host), "abcdefghijklmnopqrstuvwxyz0123456789.-_") == ""
}
