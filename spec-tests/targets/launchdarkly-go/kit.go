// What the adapter says to the kit, and how it trusts the certificate that the kit made.
package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"net/http"
	"os"
	"sync"
)

type object = map[string]any

var out, turn = json.NewEncoder(os.Stdout), sync.Mutex{}

// say writes one message, whole, whichever goroutine it comes from.
func say(op, id string, message object) {
	if message["op"] = op; id != "" {
		message["id"] = id
	}
	turn.Lock()
	defer turn.Unlock()
	out.Encode(message)
}

// trusting is what the documentation of net/http tells who has a certificate of his own; without one it is the default.
func trusting(caFile string) http.RoundTripper {
	if caFile == "" {
		return http.DefaultTransport
	}
	pem, _ := os.ReadFile(caFile)
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem)
	return &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: true}
}
