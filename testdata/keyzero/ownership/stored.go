package ownership

import (
	"context"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/kms"

	"corpus.test/testdata/keyzero/crosspkg/wipe"
)

// session wipes its key under the usual name.
type session struct {
	id  string
	key []byte
}

func newSession(ctx context.Context, client *kms.Client, id string) (*session, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return &session{id: id, key: out.Plaintext}, nil
}

func (s *session) Close() error {
	clear(s.key)
	s.key = nil
	return nil
}

// envelope has a wiper of a name of its own, that uses a helper.
type envelope struct {
	key []byte
}

func newEnvelope(ctx context.Context, client *kms.Client) (*envelope, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	e := new(envelope)
	e.key = out.Plaintext
	return e, nil
}

func (e *envelope) shred() { wipe.Bytes(e.key) }

// rotating replaces its key: the old one is wiped, so the field is.
type rotating struct {
	mu     sync.Mutex
	client *kms.Client
	key    []byte
}

func (r *rotating) rotate(ctx context.Context) error {
	out, err := r.client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	clear(r.key)
	r.key = out.Plaintext
	return nil
}

// arrayHolder keeps an array, and clears it by assignment.
type arrayHolder struct {
	key [32]byte
}

func newArrayHolder(ctx context.Context, client *kms.Client) (*arrayHolder, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	h := &arrayHolder{}
	copy(h.key[:], out.Plaintext)
	return h, nil
}

func (h *arrayHolder) Destroy() { h.key = [32]byte{} }

// halves keeps one key in two fields, as AES and HMAC keys.
type halves struct {
	enc, mac []byte
}

func newHalves(ctx context.Context, client *kms.Client) (*halves, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return &halves{enc: out.Plaintext[:16], mac: out.Plaintext[16:]}, nil
}

func (h *halves) Wipe() {
	clear(h.enc)
	clear(h.mac)
}

// wrapped is wiped by the struct around it.
type inner struct{ key []byte }

type outer struct {
	name  string
	inner inner
}

func newOuter(ctx context.Context, client *kms.Client) (*outer, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return &outer{name: "orders", inner: inner{key: out.Plaintext}}, nil
}

func (o *outer) Close() { clear(o.inner.key) }

// embedded inherits its wiper.
type embedded struct {
	session
	uses int
}

func newEmbedded(ctx context.Context, client *kms.Client) (*embedded, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	e := &embedded{}
	e.key = out.Plaintext
	return e, nil
}

// sealer keeps the key for ever.
type sealer struct {
	key     []byte
	wrapped []byte
}

func newSealer(ctx context.Context, client *kms.Client) (*sealer, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .* which nothing wipes"
	if err != nil {
		return nil, err
	}
	return &sealer{key: out.Plaintext, wrapped: out.CiphertextBlob}, nil
}

func (s *sealer) seal(nonce, order []byte) ([]byte, error) {
	aead, err := newAEAD(s.key)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, nonce, order, s.wrapped), nil
}

// Close of resealer wipes the other field, or none.
type resealer struct {
	key     []byte
	wrapped []byte
}

func (r *resealer) rekey(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .* which nothing wipes"
	if err != nil {
		return err
	}
	r.key = out.Plaintext
	r.wrapped = out.CiphertextBlob
	return nil
}

func (r *resealer) Close() {
	clear(r.wrapped)
	r.key = nil
}

// cache has no eviction.
type cache struct {
	mu   sync.Mutex
	keys map[string][]byte
}

func (c *cache) get(ctx context.Context, client *kms.Client, tenant string) ([]byte, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if key, ok := c.keys[tenant]; ok {
		return key, nil
	}
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .* which nothing wipes"
	if err != nil {
		return nil, err
	}
	c.keys[tenant] = out.Plaintext
	return out.Plaintext, nil
}

// evictingCache wipes what it drops.
type evictingCache struct {
	mu   sync.Mutex
	keys map[string][]byte
}

func (c *evictingCache) get(ctx context.Context, client *kms.Client, tenant string) ([]byte, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if key, ok := c.keys[tenant]; ok {
		return key, nil
	}
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	c.keys[tenant] = out.Plaintext
	return out.Plaintext, nil
}

// cached borrows the key of the cache, which wipes it.
func cached(ctx context.Context, client *kms.Client, c *evictingCache, tenant string) ([]byte, error) {
	key, err := c.get(ctx, client, tenant)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, make([]byte, 12), []byte(tenant), nil), nil
}

func (c *evictingCache) evict(tenant string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.keys[tenant])
	delete(c.keys, tenant)
}

// flushedCache wipes all of it at once.
type flushedCache struct {
	keys map[string][]byte
}

func (c *flushedCache) load(ctx context.Context, client *kms.Client, tenant string) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	c.keys[tenant] = out.Plaintext
	return nil
}

func (c *flushedCache) flush() {
	for tenant, key := range c.keys {
		clear(key)
		delete(c.keys, tenant)
	}
}

type entry struct {
	key  []byte
	uses int
}

// structCache keeps structs with keys in them, and wipes none.
type structCache struct {
	entries map[string]*entry
}

func (c *structCache) load(ctx context.Context, client *kms.Client, tenant string) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .* which nothing wipes"
	if err != nil {
		return err
	}
	c.entries[tenant] = &entry{key: out.Plaintext}
	return nil
}

// pool grows for ever.
type pool struct {
	keys [][]byte
}

func (p *pool) grow(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .* which nothing wipes"
	if err != nil {
		return err
	}
	p.keys = append(p.keys, out.Plaintext)
	return nil
}

// drainedPool wipes what it grew.
type drainedPool struct {
	keys [][]byte
}

func (p *drainedPool) grow(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	p.keys = append(p.keys, out.Plaintext)
	return nil
}

func (p *drainedPool) drain() {
	for _, key := range p.keys {
		clear(key)
	}
	p.keys = nil
}

var shared sync.Map

func inSyncMap(ctx context.Context, client *kms.Client, tenant string) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .* which nothing wipes"
	if err != nil {
		return err
	}
	shared.Store(tenant, out.Plaintext)
	return nil
}

var (
	masterKey  []byte
	derivedKey []byte
	byTenant   = map[string][]byte{}
)

func initMaster(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .*masterKey.* which nothing wipes"
	if err != nil {
		return err
	}
	masterKey = out.Plaintext
	return nil
}

func initDerived(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	derivedKey = out.Plaintext
	return nil
}

func shutdown() { clear(derivedKey) }

func inGlobalMap(ctx context.Context, client *kms.Client, tenant string) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .*byTenant.* which nothing wipes"
	if err != nil {
		return err
	}
	byTenant[tenant] = out.Plaintext
	return nil
}

// feed sends keys to whoever listens, and nobody wipes them.
type feed struct {
	keys chan []byte
}

func (f *feed) produce(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "(sent|stored) .* which nothing wipes"
	if err != nil {
		return err
	}
	f.keys <- out.Plaintext
	return nil
}

func (f *feed) consume(use func(key []byte)) {
	for key := range f.keys {
		use(key)
	}
}

// wipedFeed has a consumer that wipes.
type wipedFeed struct {
	keys chan []byte
}

func (f *wipedFeed) produce(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	f.keys <- out.Plaintext
	return nil
}

func (f *wipedFeed) consume(use func(key []byte)) {
	for key := range f.keys {
		use(key)
		clear(key)
	}
}

// keptCopy wipes the key and keeps a copy of it.
type keptCopy struct {
	key []byte
}

func (k *keptCopy) load(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	k.key = append([]byte(nil), out.Plaintext...) // want "stored in .* which nothing wipes|copy of .*key .* is (never|not) wiped"
	return nil
}

// wipedByFunction has no method, but a function of the package does it.
type wipedByFunction struct {
	key []byte
}

func newWipedByFunction(ctx context.Context, client *kms.Client) (*wipedByFunction, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return &wipedByFunction{key: out.Plaintext}, nil
}

func discard(w *wipedByFunction) { wipe.Bytes(w.key) }
