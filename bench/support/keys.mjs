/** An access key that belongs to nobody. */
export const keys = { ak: "FAKEACCESSKEY0000001", sk: "fake-secret-key-for-benchmarks" };

export const projectId = "73cd9140bec7427ab9952b4ed75924e0";
