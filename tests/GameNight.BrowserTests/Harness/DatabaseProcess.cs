namespace GameNight.BrowserTests.Harness;

/// <summary>A DynamoDB server in a process of its own.</summary>
public sealed class DatabaseProcess() : NodeProcess("dynamodb-server.js");
