using System.CommandLine;
using GameNight.Commands;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Backup;

/// <summary>A game that plays can be backed up, and nothing is restored under it.</summary>
public sealed class RunningGameTests : IAsyncLifetime, IDisposable
{
    private readonly GameServer _server = GameServer.With("--GameNight:Training:Enabled=false");
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "backup.zip");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Restore_UnderARunningGame_IsRefused()
    {
        using var player = _server.NewPlayer();
        (await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven))).EnsureSuccessStatusCode();
        Assert.Equal(0, await RunAsync(BackupCommand.Create(), File));

        var refused = await Assert.ThrowsAsync<IOException>(() => RunAsync(RestoreCommand.Create(), File, "--replace"));

        Assert.Contains("a game runs on it", refused.Message, StringComparison.Ordinal);
        (await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.One))).EnsureSuccessStatusCode();
    }

    public void Dispose() => _folder.Dispose();

    private Task<int> RunAsync(Command command, params string[] arguments) =>
        command.Parse([.. arguments, $"--GameNight:DataFolder={_server.DataFolder}"])
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
