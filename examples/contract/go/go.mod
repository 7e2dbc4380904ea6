module example.com/add-members

go 1.21
