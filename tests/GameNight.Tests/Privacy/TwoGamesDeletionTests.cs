using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.DynamoDb;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Privacy;

/// <summary>Two games at one table, each with its own folder: what one of them is asked to delete, the other forgets too.</summary>
public sealed class TwoGamesDeletionTests(DynamoDbFolderServer database) : IClassFixture<DynamoDbFolderServer>, IAsyncLifetime
{
    private const string Player = "ada-of-the-two-games";

    private readonly DynamoDbOptions _table = database.NewOptions();
    private GameServer _here = null!;
    private GameServer _there = null!;

    public async Task InitializeAsync()
    {
        string[] settings =
        [
            "--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:TableName={_table.TableName}",
            $"--GameNight:Store:DynamoDb:ServiceUrl={_table.ServiceUrl}", "--GameNight:Training:Enabled=false",
        ];
        _here = GameServer.With(settings);
        _there = GameServer.With(settings);
        await _here.InitializeAsync();
        await _there.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [DynaliteFact]
    public async Task Delete_InOneGame_ReachesTheOthersOutboxMemoryAndProjection()
    {
        var first = await PlayAsync(_here, Player);
        var second = await PlayAsync(_there, Player);
        var other = await PlayAsync(_there, "bob");
        await _there.Services.GetRequiredService<PersonalizationService>().SettleAsync();
        await Eventually.TrueAsync(async () => await CountAsync(_here) == 3 && await CountAsync(_there) == 3);
        Assert.NotEqual(0, ProgressOf(_there));
        // It waits on the other machine while the database is away.
        await database.StopAsync();
        var waiting = await PlayAsync(_there, Player);
        var traces = new Traces(Player, first, second, waiting);
        Assert.NotEmpty(traces.FindIn(_there.DataFolder));
        await database.InitializeAsync();

        await AskAsync(_here);

        await Eventually.TrueAsync(async () =>
            (List<string>)[.. traces.FindIn(_here.DataFolder), .. traces.FindIn(_there.DataFolder), .. await traces.FindInAsync(_table)]
                is []);
        await Eventually.TrueAsync(async () => await CountAsync(_here) == 1 && await CountAsync(_there) == 1);
        await Eventually.TrueAsync(() => ProgressOf(_there) == 0);
        Assert.NotNull(await _here.Services.GetRequiredService<IObservationStore>().FindAsync(other.Id, default));
        Assert.Empty(await traces.FindInAsync(_table));

        // What was on its way all the time arrives in the end.
        await _there.Services.GetRequiredService<IObservationStore>().AppendAsync(second, default);
        await Eventually.TrueAsync(async () =>
            (List<string>)[.. traces.FindIn(_there.DataFolder), .. await traces.FindInAsync(_table)] is []);
        Assert.Equal(1, await CountAsync(_there));
    }

    private static int ProgressOf(GameServer game) =>
        game.Services.GetRequiredService<PersonalizationService>().ProgressOf(Player).Marks;

    private static async Task AskAsync(GameServer game)
    {
        using var host = game.NewHost();
        await Eventually.TrueAsync(async () =>
            (await host.DeleteAsync($"/api/players/{Player}")).StatusCode == HttpStatusCode.Accepted);
    }

    private static async Task<int> CountAsync(GameServer game)
    {
        using var anybody = game.NewPlayer();
        return (await anybody.GetFromJsonAsync<JsonElement>("/api/statistics")).GetProperty("observations").GetInt32();
    }

    private static async Task<Observation> PlayAsync(GameServer game, string player)
    {
        using var host = game.NewHost();
        var strokes = $"[[[10,{Random.Shared.Next(5, 20)},0],[60,{Random.Shared.Next(5, 20)},120],[30,90,400]]]";
        var play = SampleDrawings.Json($$"""{"algorithm":"mnist-cnn","player":"{{player}}","strokes":{{strokes}}}""");
        var played = await host.PostAsync("/api/observations", play);
        Assert.Equal(HttpStatusCode.Created, played.StatusCode);
        var id = (await played.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var labelled = await host.PutAsync($"/api/observations/{id}/label", SampleDrawings.Json("""{"label":7}"""));
        Assert.Equal(HttpStatusCode.NoContent, labelled.StatusCode);
        return (await game.Services.GetRequiredService<IObservationStore>().FindAsync(id, default))!;
    }
}
