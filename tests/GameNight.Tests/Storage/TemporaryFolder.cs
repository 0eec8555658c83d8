namespace GameNight.Tests.Storage;

/// <summary>A new folder, which is deleted with its content on disposal.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("game-night-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
