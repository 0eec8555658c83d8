using GameNight.Drawing.Images;
using GameNight.Observations.Sqlite;
using GameNight.Retraining.Review;
using GameNight.Tests.Storage;
using GameNight.Training.Examples;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Retraining.Review;

public sealed class SplitSecretTests : IDisposable
{
    private static readonly List<TrainingExample> Examples =
    [
        .. Enumerable.Range(0, 400)
            .Select(i => new TrainingExample(Guid.NewGuid(), $"player {i % 40}", null, new DigitImage(new byte[784]), 0)),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDocumentStore _documents;

    public SplitSecretTests() => _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);

    [Fact]
    public async Task Read_ByProcessesThatStartTogether_GivesAllTheSameSplit()
    {
        var folds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(FoldsAsync)));
        Assert.All(folds, each => Assert.Equal(folds[0], each));
    }

    [Fact]
    public async Task Read_InAnotherDeployment_GivesAnotherSplit()
    {
        var here = await FoldsAsync();
        await _documents.DeleteAsync("secrets", "player-splits", default);
        Assert.NotEqual(here, await FoldsAsync());
    }

    [Fact]
    public async Task ByPlayer_ManyPlayers_PutsEachIntoOneOfEquallyLargeFolds()
    {
        var folds = await FoldsAsync();
        var byPlayer = Examples.Zip(folds).GroupBy(pair => pair.First.Player, pair => pair.Second).ToList();
        Assert.All(byPlayer, player => Assert.Single(player.Distinct()));
        Assert.All(byPlayer.GroupBy(player => player.First()), fold => Assert.Equal(8, fold.Count()));
    }

    public void Dispose()
    {
        _documents.Dispose();
        _folder.Dispose();
    }

    private async Task<IReadOnlyList<int>> FoldsAsync() =>
        ExampleFolds.ByPlayer(Examples, 5, await new SplitSecret(_documents).ReadAsync(default));
}
