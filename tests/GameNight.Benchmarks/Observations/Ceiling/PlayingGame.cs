using System.Collections.Concurrent;
using GameNight.Observations;
using GameNight.Observations.Outbox;
using GameNight.Observations.Store;
using GameNight.Storage.DynamoDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GameNight.Benchmarks.Observations.Ceiling;

/// <summary>
/// The stores of one game, with its outbox and the loops behind it, and players who play as fast as it takes their plays.
/// </summary>
internal sealed class PlayingGame : IAsyncDisposable
{
    /// <summary>How many plays wait in the outbox when players wait, too: longer queues would only take longer to empty.</summary>
    private const int LongestQueue = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("game-night-").FullName;
    private readonly ServiceProvider _services;
    private readonly Backlog _backlog;

    private PlayingGame(DynamoDbOptions table)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddObservations(new StoreOptions(_folder, table));
        _services = services.BuildServiceProvider();
        _backlog = _services.GetRequiredService<Backlog>();
    }

    /// <summary>What the players were told that it is safe: of each player the plays in their order, and the mark of each.</summary>
    public ConcurrentDictionary<string, List<(Guid Id, int? Mark)>> Acknowledged { get; } = new();

    /// <summary>How many plays and marks were acknowledged.</summary>
    public int Count => Acknowledged.Values.Sum(plays => plays.Count + plays.Count(play => play.Mark is not null));

    public static async Task<PlayingGame> StartAsync(DynamoDbOptions table, CancellationToken cancellation)
    {
        var game = new PlayingGame(table);
        foreach (var service in game._services.GetServices<IHostedService>())
            await service.StartAsync(cancellation);
        return game;
    }

    /// <summary>Plays, and marks the play before, until it is cancelled.</summary>
    /// <param name="player">Who plays.</param>
    /// <param name="drawing">The drawing; each play has it under an id of its own.</param>
    /// <param name="end">Ends the playing, not what is begun.</param>
    public async Task PlayAsync(string player, Observation drawing, CancellationToken end)
    {
        var store = _services.GetRequiredService<IObservationStore>();
        var plays = Acknowledged.GetOrAdd(player, _ => []);
        var random = new Random(plays.Count);
        while (!end.IsCancellationRequested)
        {
            var play = drawing with { Id = Guid.NewGuid(), Time = DateTimeOffset.UtcNow, Player = player, Label = null, Votes = [] };
            if (await store.AppendAsync(play, CancellationToken.None) != AppendOutcome.Stored)
                throw new InvalidOperationException("A new play was not stored.");
            plays.Add((play.Id, null));
            if (plays.Count > 1)
                await MarkAsync(store, plays, plays.Count - 2, new Label(random.Next(10), player, DateTimeOffset.UtcNow));
            while (_backlog.Now.Plays > LongestQueue && !end.IsCancellationRequested)
                await Task.Delay(10, CancellationToken.None);
        }
    }

    /// <summary>Completes when the database has everything.</summary>
    public async Task DrainedAsync(CancellationToken cancellation)
    {
        while (_backlog.Now.Plays > 0)
            await Task.Delay(5, cancellation);
        if (_backlog.Now.Refused > 0)
            throw new InvalidOperationException($"The database has refused {_backlog.Now.Refused} plays or marks.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task MarkAsync(IObservationStore store, List<(Guid Id, int? Mark)> plays, int index, Label label)
    {
        if (await store.LabelAsync(plays[index].Id, label, CancellationToken.None) != LabelOutcome.Stored)
            throw new InvalidOperationException("A new mark was not stored.");
        plays[index] = plays[index] with { Mark = label.Digit };
    }
}
