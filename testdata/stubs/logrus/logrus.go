// Package logrus is a slice of github.com/sirupsen/logrus.
package logrus

// Fields are what an entry has beyond its message.
type Fields map[string]any

// Logger writes entries.
type Logger struct{ Level uint32 }

// Entry is one line that is being put together.
type Entry struct {
	Logger  *Logger
	Data    Fields
	Message string
}

func New() *Logger                           { return &Logger{} }
func StandardLogger() *Logger                { return &Logger{} }
func WithError(err error) *Entry             { return &Entry{} }
func WithField(key string, value any) *Entry { return &Entry{Data: Fields{key: value}} }
func WithFields(fields Fields) *Entry        { return &Entry{Data: fields} }

func (logger *Logger) WithError(err error) *Entry             { return &Entry{Logger: logger} }
func (logger *Logger) WithField(key string, value any) *Entry { return &Entry{Logger: logger} }
func (logger *Logger) WithFields(fields Fields) *Entry        { return &Entry{Logger: logger} }

func (entry *Entry) WithError(err error) *Entry             { return entry }
func (entry *Entry) WithField(key string, value any) *Entry { return entry }
func (entry *Entry) WithFields(fields Fields) *Entry        { return entry }

func Trace(args ...any)                 {}
func Tracef(format string, args ...any) {}
func Traceln(args ...any)               {}
func Debug(args ...any)                 {}
func Debugf(format string, args ...any) {}
func Debugln(args ...any)               {}
func Print(args ...any)                 {}
func Printf(format string, args ...any) {}
func Println(args ...any)               {}
func Info(args ...any)                  {}
func Infof(format string, args ...any)  {}
func Infoln(args ...any)                {}
func Warn(args ...any)                  {}
func Warnf(format string, args ...any)  {}
func Warnln(args ...any)                {}
func Error(args ...any)                 {}
func Errorf(format string, args ...any) {}
func Errorln(args ...any)               {}
func Fatal(args ...any)                 {}
func Fatalf(format string, args ...any) {}
func Fatalln(args ...any)               {}
func Panic(args ...any)                 {}
func Panicf(format string, args ...any) {}
func Panicln(args ...any)               {}

func (logger *Logger) Trace(args ...any)                 {}
func (logger *Logger) Tracef(format string, args ...any) {}
func (logger *Logger) Traceln(args ...any)               {}
func (logger *Logger) Debug(args ...any)                 {}
func (logger *Logger) Debugf(format string, args ...any) {}
func (logger *Logger) Debugln(args ...any)               {}
func (logger *Logger) Print(args ...any)                 {}
func (logger *Logger) Printf(format string, args ...any) {}
func (logger *Logger) Println(args ...any)               {}
func (logger *Logger) Info(args ...any)                  {}
func (logger *Logger) Infof(format string, args ...any)  {}
func (logger *Logger) Infoln(args ...any)                {}
func (logger *Logger) Warn(args ...any)                  {}
func (logger *Logger) Warnf(format string, args ...any)  {}
func (logger *Logger) Warnln(args ...any)                {}
func (logger *Logger) Error(args ...any)                 {}
func (logger *Logger) Errorf(format string, args ...any) {}
func (logger *Logger) Errorln(args ...any)               {}
func (logger *Logger) Fatal(args ...any)                 {}
func (logger *Logger) Fatalf(format string, args ...any) {}
func (logger *Logger) Fatalln(args ...any)               {}
func (logger *Logger) Panic(args ...any)                 {}
func (logger *Logger) Panicf(format string, args ...any) {}
func (logger *Logger) Panicln(args ...any)               {}

func (entry *Entry) Trace(args ...any)                 {}
func (entry *Entry) Tracef(format string, args ...any) {}
func (entry *Entry) Traceln(args ...any)               {}
func (entry *Entry) Debug(args ...any)                 {}
func (entry *Entry) Debugf(format string, args ...any) {}
func (entry *Entry) Debugln(args ...any)               {}
func (entry *Entry) Print(args ...any)                 {}
func (entry *Entry) Printf(format string, args ...any) {}
func (entry *Entry) Println(args ...any)               {}
func (entry *Entry) Info(args ...any)                  {}
func (entry *Entry) Infof(format string, args ...any)  {}
func (entry *Entry) Infoln(args ...any)                {}
func (entry *Entry) Warn(args ...any)                  {}
func (entry *Entry) Warnf(format string, args ...any)  {}
func (entry *Entry) Warnln(args ...any)                {}
func (entry *Entry) Error(args ...any)                 {}
func (entry *Entry) Errorf(format string, args ...any) {}
func (entry *Entry) Errorln(args ...any)               {}
func (entry *Entry) Fatal(args ...any)                 {}
func (entry *Entry) Fatalf(format string, args ...any) {}
func (entry *Entry) Fatalln(args ...any)               {}
func (entry *Entry) Panic(args ...any)                 {}
func (entry *Entry) Panicf(format string, args ...any) {}
func (entry *Entry) Panicln(args ...any)               {}
