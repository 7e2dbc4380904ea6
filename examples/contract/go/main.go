// Command add-members adds a member to a listener, waits for the job and lists the members, with nothing but the
// standard library. HTTP_PROXY leads its calls through elb-contract proxy, which leaves the host as it was signed.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

const member = `[{"server_id":"dbecb618-2259-405f-ab17-9b68c4f541b0","address":"172.16.0.31"}]`

func main() {
	log.SetFlags(0)
	if err := run(); err != nil {
		log.Fatal("add-members: ", err)
	}
}

func run() error {
	project := os.Getenv("ELB_ENDPOINT") + "/v1.0/" + os.Getenv("HUAWEICLOUD_SDK_PROJECT_ID")
	members := project + "/elbaas/listeners/" + os.Getenv("ELB_LISTENER_ID") + "/members"

	var launched struct {
		JobID string `json:"job_id"`
	}
	if err := call("POST", members, []byte(member), &launched); err != nil {
		return err
	}
	if err := wait(project + "/jobs/" + launched.JobID); err != nil {
		return err
	}

	var list []struct {
		ServerAddress string `json:"server_address"`
	}
	if err := call("GET", members, nil, &list); err != nil {
		return err
	}
	for _, member := range list {
		fmt.Println("member", member.ServerAddress)
	}
	return nil
}

func wait(url string) error {
	for {
		var job struct {
			Status    string `json:"status"`
			ErrorCode string `json:"error_code"`
		}
		if err := call("GET", url, nil, &job); err != nil {
			return err
		}
		switch job.Status {
		case "SUCCESS":
			fmt.Println("job", job.Status)
			return nil
		case "FAIL":
			return fmt.Errorf("the job failed with %s", job.ErrorCode)
		}
		time.Sleep(time.Second)
	}
}

func call(method, url string, payload []byte, answer any) error {
	request, err := http.NewRequest(method, url, bytes.NewReader(payload))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	sign(request, payload)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode >= 300 {
		return fmt.Errorf("%s %s: %s %s", method, url, response.Status, body)
	}
	return json.Unmarshal(body, answer)
}

// sign covers host and date, for a URL without a query whose path needs no escaping.
func sign(request *http.Request, payload []byte) {
	date := time.Now().UTC().Format("20060102T150405Z")
	canonical := request.Method + "\n" + request.URL.Path + "/\n\n" +
		"host:" + request.URL.Host + "\nx-sdk-date:" + date + "\n\nhost;x-sdk-date\n" + hash(payload)
	mac := hmac.New(sha256.New, []byte(os.Getenv("HUAWEICLOUD_SDK_SK")))
	mac.Write([]byte("SDK-HMAC-SHA256\n" + date + "\n" + hash([]byte(canonical))))
	request.Header.Set("X-Sdk-Date", date)
	request.Header.Set("Authorization", fmt.Sprintf("SDK-HMAC-SHA256 Access=%s, SignedHeaders=host;x-sdk-date, Signature=%x",
		os.Getenv("HUAWEICLOUD_SDK_AK"), mac.Sum(nil)))
}

func hash(bytes []byte) string {
	sum := sha256.Sum256(bytes)
	return hex.EncodeToString(sum[:])
}
