using System.Text;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Transfer;

public sealed class ObservationExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteObservationStore _store;

    public ObservationExportTests() => _store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance);

    [Fact]
    public async Task Write_EveryFieldSetOrDefault_ReadsBackEqual()
    {
        Observation[] plays =
        [
            ObservationBuilder.Of(1) with { Label = ObservationBuilder.Label(4) },
            ObservationBuilder.Of(2) with { Ink = null },
            ObservationBuilder.Of(3) with
            {
                Player = "a\n\"b\"\u2028<",
                Input = null,
                ChosenBy = ChosenBy.Sampling,
                Shadows = [],
                Excluded = true,
            },
        ];
        foreach (var play in plays)
            await _store.AppendAsync(play, default);
        var lines = (await WriteAsync(ExportFormat.Jsonl)).Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.Equal(plays.Length, lines.Length - 1);
        foreach (var (play, line) in plays.Zip(lines))
        {
            ObservationBuilder.AssertEqual(
                play with { Label = play.Label is { } label ? label with { Time = label.Time.ToUniversalTime() } : null },
                ObservationJson.Parse(line));
        }
    }

    [Fact]
    public async Task Write_Csv_LeavesOutUnlabelledAndExcluded()
    {
        await _store.AppendAsync(ObservationBuilder.Of(2) with { Label = ObservationBuilder.Label(9), Excluded = true }, default);
        await _store.AppendAsync(ObservationBuilder.Of(1), default);
        await _store.AppendAsync(ObservationBuilder.Of(5) with { Label = ObservationBuilder.Label(9) }, default);
        Assert.Equal($"9,{string.Join(',', ObservationBuilder.Image(5).ToNumbers())}\n", await WriteAsync(ExportFormat.Csv));
    }

    /// <summary>A slow reader holds up the reading of the store, so that only a page is in memory.</summary>
    [Fact]
    public async Task Write_SlowReader_KeepsOnePageInMemory()
    {
        const int Count = 1_000;
        for (var i = 0; i < Count; i++)
            await _store.AppendAsync(ObservationBuilder.Of(i), default);
        var counted = new CountingStore(_store);
        var ahead = new List<int>();
        var written = 0;
        await using var output = new ReportingStream(() => ahead.Add(counted.Observations - written++));
        Assert.Equal(Count, await ObservationExport.WriteAsync(counted, ExportFormat.Jsonl, output, progress: null, default));
        Assert.Equal(Count, ahead.Count);
        Assert.InRange(ahead.Max(), 1, 200);
    }

    [Fact]
    public async Task Write_Cancelled_Stops()
    {
        for (var i = 0; i < 3; i++)
            await _store.AppendAsync(ObservationBuilder.Of(i), default);
        using var cancellation = new CancellationTokenSource();
        await using var output = new ReportingStream(cancellation.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ObservationExport.WriteAsync(_store, ExportFormat.Jsonl, output, progress: null, cancellation.Token));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private async Task<string> WriteAsync(ExportFormat format)
    {
        using var output = new MemoryStream();
        await ObservationExport.WriteAsync(_store, format, output, progress: null, default);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>A stream that reports each write.</summary>
    private sealed class ReportingStream(Action onWrite) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            onWrite();
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A store that counts the observations read from it.</summary>
    private sealed class CountingStore(IObservationStore store) : IObservationStore
    {
        public int Observations { get; private set; }

        public Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation) =>
            store.AppendAsync(observation, cancellation);

        public Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) => store.FindAsync(id, cancellation);

        public Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation) =>
            store.LabelAsync(id, label, cancellation);

        public Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation) => store.VoteAsync(id, vote, cancellation);

        public Task UnvoteAsync(Guid id, string player, CancellationToken cancellation) => store.UnvoteAsync(id, player, cancellation);

        public async Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation)
        {
            var page = await store.ReadAsync(after, limit, cancellation);
            Observations += page.Items.Count;
            return page;
        }

        public Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation) =>
            store.ReadChangesAsync(after, limit, cancellation);

        public Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation) =>
            store.ExcludeAsync(id, excluded, cancellation);

        public Task<long> CountLabelledAsync(CancellationToken cancellation) => store.CountLabelledAsync(cancellation);

        public Task<DeletedCount> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
            store.DeleteAsync(ids, cancellation);

        public Task UnlabelAsync(Guid id, CancellationToken cancellation) => store.UnlabelAsync(id, cancellation);

        public Task PurgeAsync(CancellationToken cancellation) => store.PurgeAsync(cancellation);
    }
}
