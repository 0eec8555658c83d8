namespace GameNight.Tests.Storage;

/// <summary>A folder of a test's own, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
