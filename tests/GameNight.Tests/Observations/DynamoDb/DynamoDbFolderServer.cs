namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>A server that keeps its tables in a folder, so that it can be stopped and started again.</summary>
public sealed class DynamoDbFolderServer : DynamoDbServer
{
    protected override string Folder { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
