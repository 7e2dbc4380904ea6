// Command go-client runs the life of a load balancer with golangsdk, a public client of the API by others, as it is
// published. It prints a line for each step, and fails with the first that the client does not like.
//
//	go-client password|keys URL
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"time"

	"github.com/huaweicloud/golangsdk"
	"github.com/huaweicloud/golangsdk/openstack"
	"github.com/huaweicloud/golangsdk/openstack/networking/v2/extensions/elb"
	"github.com/huaweicloud/golangsdk/openstack/networking/v2/extensions/elb/backendecs"
	"github.com/huaweicloud/golangsdk/openstack/networking/v2/extensions/elb/healthcheck"
	"github.com/huaweicloud/golangsdk/openstack/networking/v2/extensions/elb/listeners"
	"github.com/huaweicloud/golangsdk/openstack/networking/v2/extensions/elb/loadbalancers"
)

const (
	region   = "cn-north-1"
	vpcID    = "f54a3ffd-7a55-4568-9e3d-f0ff2d46a107"
	serverID = "dbecb618-2259-405f-ab17-9b68c4f541b0"
	address  = "172.16.0.31"
	deadline = 30 * time.Second
)

func main() {
	// The client logs every request.
	log.SetOutput(io.Discard)
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "go-client:", err)
		os.Exit(1)
	}
}

func run(way, url string) error {
	client, err := logIn(way, url+"/v3")
	if err != nil {
		return fmt.Errorf("log in: %w", err)
	}
	fmt.Println("logged in by", way)
	balancer, err := createBalancer(client)
	if err != nil {
		return fmt.Errorf("create load balancer: %w", err)
	}
	listener, err := createListener(client, balancer)
	if err != nil {
		return fmt.Errorf("create listener: %w", err)
	}
	if err := checkHealth(client, listener); err != nil {
		return fmt.Errorf("health check: %w", err)
	}
	if err := serve(client, listener); err != nil {
		return fmt.Errorf("members: %w", err)
	}
	if err := remove(client, balancer, listener); err != nil {
		return fmt.Errorf("delete: %w", err)
	}
	return nil
}

// logIn finds the service in the catalog that comes with the log-in.
func logIn(way, identity string) (*golangsdk.ServiceClient, error) {
	provider, err := openstack.NewClient(identity)
	if err != nil {
		return nil, err
	}
	if err := openstack.Authenticate(provider, credentials(way, identity)); err != nil {
		return nil, err
	}
	return openstack.NewElasticLoadBalancer(provider, golangsdk.EndpointOpts{Region: region})
}

func credentials(way, identity string) golangsdk.AuthOptionsProvider {
	if way == "keys" {
		return golangsdk.AKSKAuthOptions{
			IdentityEndpoint: identity,
			Region:           region,
			ProjectName:      region,
			AccessKey:        os.Getenv("ELB_AK"),
			SecretKey:        os.Getenv("ELB_SK"),
		}
	}
	return golangsdk.AuthOptions{
		IdentityEndpoint: identity,
		Username:         os.Getenv("ELB_USER"),
		Password:         os.Getenv("ELB_PASSWORD"),
		DomainName:       os.Getenv("ELB_DOMAIN"),
		TenantName:       region,
	}
}

func createBalancer(client *golangsdk.ServiceClient) (string, error) {
	wanted := loadbalancers.CreateOpts{
		Name: "by-go", VpcID: vpcID, Type: "External", BandWidth: 1, AdminStateUp: 1,
	}
	entities, err := wait(client, loadbalancers.Create(client, wanted))
	if err != nil {
		return "", err
	}
	id, _ := entities["elb"].(map[string]interface{})["id"].(string)
	balancer, err := loadbalancers.Get(client, id).Extract()
	if err != nil {
		return "", err
	}
	fmt.Println("load balancer", balancer.Name, "is", balancer.Status)
	return id, nil
}

func createListener(client *golangsdk.ServiceClient, balancer string) (string, error) {
	wanted := listeners.CreateOpts{
		Name: "by-go", LoadbalancerID: balancer, Protocol: "TCP", Port: 80,
		BackendProtocol: "TCP", BackendPort: 8080, LbAlgorithm: "roundrobin",
	}
	created, err := listeners.Create(client, wanted, []string{"tcp_draining_timeout"}).Extract()
	if err != nil {
		return "", err
	}
	fmt.Println("listener on port", created.Port)
	return created.ID, nil
}

func checkHealth(client *golangsdk.ServiceClient, listener string) error {
	wanted := healthcheck.CreateOpts{ListenerID: listener, HealthcheckProtocol: "TCP", HealthcheckInterval: 1}
	created, err := healthcheck.Create(client, wanted).Extract()
	if err != nil {
		return err
	}
	updated, err := healthcheck.Update(client, created.ID, healthcheck.UpdateOpts{HealthyThreshold: 1}).Extract()
	if err != nil {
		return err
	}
	fmt.Println("health check by", updated.HealthcheckProtocol, "with threshold", updated.HealthyThreshold)
	return nil
}

// serve adds a member, reads it and removes it.
func serve(client *golangsdk.ServiceClient, listener string) error {
	wanted := backendecs.CreateOpts{ServerId: serverID, Address: address}
	entities, err := wait(client, backendecs.Create(client, wanted, listener))
	if err != nil {
		return err
	}
	added, _ := entities["members"].([]interface{})
	if len(added) != 1 {
		return fmt.Errorf("the job names %d members", len(added))
	}
	id, _ := added[0].(map[string]interface{})["id"].(string)
	member, err := backendecs.Get(client, listener, id).Extract()
	if err != nil {
		return err
	}
	fmt.Println("member", member.ServerAddress, "is", member.Status)
	fields := []backendecs.RemoveMemberField{{ID: id}}
	if _, err := wait(client, backendecs.Delete(client, listener, backendecs.DeleteOpts{RemoveMember: fields})); err != nil {
		return err
	}
	fmt.Println("member removed")
	return nil
}

func remove(client *golangsdk.ServiceClient, balancer, listener string) error {
	if err := listeners.Delete(client, listener).ExtractErr(); err != nil {
		return err
	}
	if _, err := wait(client, loadbalancers.Delete(client, balancer)); err != nil {
		return err
	}
	_, err := loadbalancers.Get(client, balancer).Extract()
	if err == nil {
		return fmt.Errorf("the load balancer is still there")
	}
	fmt.Println("load balancer deleted")
	return nil
}

// wait asks for a job until it has ended, and returns its entities.
func wait(client *golangsdk.ServiceClient, launched elb.JobResult) (map[string]interface{}, error) {
	job, err := launched.Extract()
	if err != nil {
		return nil, err
	}
	for end := time.Now().Add(deadline); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		info, err := elb.QueryJobInfo(client, job.JobId).Extract()
		if err != nil {
			return nil, err
		}
		switch info.Status {
		case "SUCCESS":
			return info.Entities, nil
		case "FAIL":
			return nil, fmt.Errorf("the job failed with %s", info.ErrorCode)
		}
	}
	return nil, fmt.Errorf("the job %s has not ended", job.JobId)
}
