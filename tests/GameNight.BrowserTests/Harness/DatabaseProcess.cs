namespace GameNight.BrowserTests.Harness;

/// <summary>A DynamoDB server as a process of its own.</summary>
public sealed class DatabaseProcess() : NodeProcess("dynamodb-server.js");
