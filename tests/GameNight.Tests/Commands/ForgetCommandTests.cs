using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Commands;
using GameNight.Observations.Store;
using GameNight.Tests.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Commands;

public sealed class ForgetCommandTests : IAsyncLifetime
{
    private readonly GameServer _server = GameServer.With("--GameNight:Training:Enabled=false");

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Forget_BesideARunningGame_LeavesNothingOfThePlayerAndAllOfTheOthers()
    {
        var ann = await PlayAsync("ann-who-goes");
        await PlayAsync("bob");
        await Eventually.TrueAsync(async () => await CountAsync() == 2);
        var traces = new Traces("ann-who-goes", ann);
        Assert.NotEmpty(traces.FindIn(_server.DataFolder));

        var exit = await ForgetCommand.Create().Parse(["ann-who-goes", $"--GameNight:DataFolder={_server.DataFolder}"])
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

        Assert.Equal(0, exit);
        await Eventually.TrueAsync(async () => await CountAsync() == 1);
        Assert.Empty(traces.FindIn(_server.DataFolder));
    }

    private async Task<int> CountAsync()
    {
        using var anybody = _server.NewPlayer();
        return (await anybody.GetFromJsonAsync<JsonElement>("/api/statistics")).GetProperty("observations").GetInt32();
    }

    private async Task<Observation> PlayAsync(string player)
    {
        using var host = _server.NewHost();
        var strokes = player == "bob" ? SampleDrawings.One : SampleDrawings.Seven;
        var play = SampleDrawings.Json($$"""{"algorithm":"mnist-cnn","player":"{{player}}","strokes":{{strokes}}}""");
        var played = await host.PostAsync("/api/observations", play);
        var id = (await played.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        return (await _server.Services.GetRequiredService<IObservationStore>().FindAsync(id, default))!;
    }
}
