using System.Text.Json;
using System.Text.Json.Nodes;
using GameNight.Commands;
using GameNight.Configuration;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Transfer;

/// <summary>Moves observations from one game to another with <c>export</c> and <c>import</c>.</summary>
public sealed class ObservationImportTests : IDisposable
{
    private readonly TemporaryFolder _source = new();
    private readonly TemporaryFolder _target = new();

    [Theory]
    [InlineData("night.jsonl")]
    [InlineData("night.jsonl.gz")]
    [InlineData("NIGHT.JSONL.GZ")]
    public async Task Import_AnExport_ExportsTheSameBytes(string name)
    {
        await FillAsync(_source, 30);
        var (first, second) = (Path.Combine(_source.Path, name), Path.Combine(_target.Path, name));
        Assert.Equal(0, await ExportAsync(_source, first));
        Assert.Equal(0, await ImportAsync(_target, first));
        Assert.Equal(0, await ExportAsync(_target, second));
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));

        Assert.Equal(0, await ImportAsync(_target, first));
        Assert.Equal(0, await ExportAsync(_target, second));
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));
    }

    [Fact]
    public async Task Run_Twice_ReportsWhatItDid()
    {
        await FillAsync(_source, 4);
        var file = await ExportToAsync(_source);
        using var store = Open(_target);
        Assert.Equivalent(new ImportedObservations(4, 0, 0, []), await ObservationImport.RunAsync(file, store, default));
        Assert.Equivalent(new ImportedObservations(0, 4, 0, []), await ObservationImport.RunAsync(file, store, default));
    }

    [Fact]
    public async Task Run_LaterAndEarlierLabels_SetsTheLaterOnes()
    {
        await FillAsync(_source, 4);
        var unlabelled = (await File.ReadAllLinesAsync(await ExportToAsync(_source))).Select(line => JsonNode.Parse(line)).ToList();
        using var store = Open(_target);
        await ObservationImport.RunAsync(await WriteAsync(unlabelled), store, default);

        SetLabel(unlabelled[0]!, 1, ObservationBuilder.Evening);
        SetLabel(unlabelled[1]!, 2, ObservationBuilder.Evening.AddHours(9));
        var labelled = await WriteAsync(unlabelled);
        Assert.Equivalent(new ImportedObservations(0, 4, 2, []), await ObservationImport.RunAsync(labelled, store, default));
        SetLabel(unlabelled[0]!, 5, ObservationBuilder.Evening.AddHours(1));
        SetLabel(unlabelled[1]!, 6, ObservationBuilder.Evening);
        Assert.Equivalent(
            new ImportedObservations(0, 4, 1, []), await ObservationImport.RunAsync(await WriteAsync(unlabelled), store, default));
        var labels = (await store.ReadAsync(null, 10, default)).Items.Select(play => play.Label?.Digit);
        Assert.Equal([5, 2, null, 3], labels);
    }

    [Fact]
    public async Task Run_Excluded_IsExcludedWhetherNewOrNot()
    {
        await FillAsync(_source, 3);
        var lines = (await File.ReadAllLinesAsync(await ExportToAsync(_source))).Select(line => JsonNode.Parse(line)).ToList();
        using var store = Open(_target);
        await ObservationImport.RunAsync(await WriteAsync(lines[..2]), store, default);
        foreach (var line in lines)
            line!["excluded"] = true;
        await ObservationImport.RunAsync(await WriteAsync(lines[1..]), store, default);
        Assert.Equal([false, true, true], (await store.ReadAsync(null, 10, default)).Items.Select(play => play.Excluded));
        // An observation that is not excluded in the file stays excluded in the store.
        lines[1]!["excluded"] = false;
        await ObservationImport.RunAsync(await WriteAsync(lines[1..]), store, default);
        Assert.Equal([false, true, true], (await store.ReadAsync(null, 10, default)).Items.Select(play => play.Excluded));
    }

    [Fact]
    public async Task Run_LinesOfAnOlderBuild_HaveDefaults()
    {
        await FillAsync(_source, 1);
        var line = JsonNode.Parse((await File.ReadAllLinesAsync(await ExportToAsync(_source))).Single())!.AsObject();
        Assert.Equal(
            ("touch", "arm", 2, false),
            ((string?)line["input"], (string?)line["chosenBy"], line["shadows"]!.AsArray().Count, (bool)line["excluded"]!));
        foreach (var field in new[] { "input", "chosenBy", "shadows", "excluded", "origin" })
            line.Remove(field);
        using var store = Open(_target);
        await ObservationImport.RunAsync(await WriteAsync([line]), store, default);
        var play = Assert.Single((await store.ReadAsync(null, 10, default)).Items);
        Assert.Equal((null, ChosenBy.Player, 0, false), (play.Input, play.ChosenBy, play.Shadows.Count, play.Excluded));
    }

    [Fact]
    public async Task Import_OtherContentWithTheSameId_IsNamedAndChangesNothing()
    {
        await FillAsync(_source, 3);
        var lines = (await File.ReadAllLinesAsync(await ExportToAsync(_source))).Select(line => JsonNode.Parse(line)).ToList();
        Assert.Equal(0, await ImportAsync(_target, await WriteAsync(lines)));
        lines[1]!["player"] = "bob";
        Assert.Equal(1, await ImportAsync(_target, await WriteAsync(lines)));
        using var store = Open(_target);
        Assert.DoesNotContain((await store.ReadAsync(null, 10, default)).Items, play => play.Player == "bob");
        Assert.Equal([2L], (await ObservationImport.RunAsync(await WriteAsync(lines), store, default)).Conflicts);
    }

    [Theory]
    [InlineData("""{}""", "required properties")]
    [InlineData("""null""", "not null")]
    [InlineData("", "JSON")]
    [InlineData("""{"id": 7}""", "id")]
    [InlineData("image", """[1,2,3]""", "784 numbers; these are 3")]
    [InlineData("image", "\"AAAA\"", "784 numbers")]
    [InlineData("ink", """[[[1]]]""", "ink[0][0]")]
    [InlineData("ink", """7""", "ink")]
    [InlineData("time", "\"yesterday\"", "time")]
    [InlineData("player", "null", "player")]
    [InlineData("player", "\"\"", "player")]
    [InlineData("chosen", "\"nobody\"", "chosen: The guess of \"nobody\"")]
    [InlineData("guesses", "[]", "chosen")]
    [InlineData("guesses", "[null]", "guesses[0]")]
    [InlineData("guesses", """[{"algorithm":"mnist-cnn","version":"1","probabilities":[1]}]""", "guesses[0].probabilities")]
    [InlineData("guesses", """[{"algorithm":"mnist-cnn","version":"1","probabilities":[1,1,0,0,0,0,0,0,0,0]}]""",
        "guesses[0].probabilities")]
    [InlineData("guesses", """[{"algorithm":"mnist-cnn","version":"1"}]""", "guesses[0]")]
    [InlineData("label", """{"digit":10,"by":"host","time":"2026-11-20T20:00:00Z"}""", "label.digit")]
    [InlineData("label", """{"digit":1,"by":"host"}""", "label")]
    [InlineData("normaliserVersion", "\"1\"", "normaliserVersion")]
    [InlineData("input", "\"crayon\"", "input")]
    [InlineData("input", "99", "input")]
    [InlineData("chosenBy", "\"dice\"", "chosenBy")]
    [InlineData("chosenBy", "null", "chosenBy")]
    [InlineData("origin", "\"elsewhere\"", "origin")]
    [InlineData("shadows", "null", "shadows")]
    [InlineData("shadows", """[{"algorithm":"mnist-cnn","version":"2","probabilities":[1]}]""", "shadows[0].probabilities")]
    [InlineData("shadows", """[{"algorithm":"mnist-cnn","version":"1","probabilities":[1,0,0,0,0,0,0,0,0,0]}]""",
        "shadows: A version guesses once")]
    [InlineData("excluded", "\"yes\"", "excluded")]
    public async Task Import_InvalidLine_IsNamedAndNothingIsStored(string lineOrField, string valueOrReason, string? reason = null)
    {
        await FillAsync(_source, 3);
        var lines = await File.ReadAllLinesAsync(await ExportToAsync(_source));
        var line = lineOrField;
        if (reason is not null)
        {
            var play = JsonNode.Parse(lines[1])!;
            play[lineOrField] = JsonNode.Parse(valueOrReason);
            line = play.ToJsonString();
        }

        var file = Path.Combine(_source.Path, "edited.jsonl");
        await File.WriteAllLinesAsync(file, [lines[0], line, lines[2]]);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(_target, file));
        Assert.Contains("1 of its lines is no observation", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 2: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason ?? valueOrReason, refused.Message, StringComparison.Ordinal);
        using var store = Open(_target);
        Assert.Empty((await store.ReadAsync(null, 10, default)).Items);
    }

    [Fact]
    public async Task Import_CutShort_IsRefused()
    {
        await FillAsync(_source, 20);
        var file = await ExportToAsync(_source, "night.jsonl.gz");
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..^200]);
        await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(_target, file));
        Assert.Empty(Directory.GetFiles(_target.Path, "*.db"));
    }

    [Fact]
    public async Task Export_Failing_LeavesTheEarlierFile()
    {
        await FillAsync(_source, 2);
        var file = await ExportToAsync(_source);
        var before = await File.ReadAllBytesAsync(file);
        await File.WriteAllTextAsync(
            Path.Combine(_target.Path, SqliteObservationStore.FileName), "This is no database, whatever its name says.");
        await Assert.ThrowsAsync<StoreException>(() => ExportAsync(_target, file));
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        Assert.Empty(Directory.GetFiles(_source.Path, "*.partial"));
    }

    /// <summary>The file that the notebook reads is in the current format and has synthetic ink only.</summary>
    [Fact]
    public async Task Run_TheShippedEvening_IsImported()
    {
        using var store = Open(_target);
        var imported = await ObservationImport.RunAsync(
            Path.Combine(GameFolders.Default.Models, "..", "..", "notebooks", "synthetic-evening.jsonl.gz"), store, default);
        Assert.Equivalent(new ImportedObservations(480, 0, 0, []), imported);
        Assert.All((await store.ReadAsync(null, 1000, default)).Items, play =>
        {
            Assert.StartsWith("simulated-", play.Player, StringComparison.Ordinal);
            Assert.Equal(InkNormaliser.Normalise(play.Ink!), play.Image);
        });
    }

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    private static SqliteObservationStore Open(TemporaryFolder folder) => new(folder.Path, NullLogger<SqliteObservationStore>.Instance);

    /// <summary>Appends observations; every fourth has a label.</summary>
    private static async Task FillAsync(TemporaryFolder folder, int count)
    {
        using var store = Open(folder);
        for (var i = 0; i < count; i++)
            await store.AppendAsync(ObservationBuilder.Of(i) with { Label = i % 4 == 3 ? ObservationBuilder.Label(3) : null }, default);
    }

    private static void SetLabel(JsonNode play, int digit, DateTimeOffset time) =>
        play["label"] = JsonSerializer.SerializeToNode(new Label(digit, "host", time), ObservationJson.Options);

    private async Task<string> WriteAsync(IEnumerable<JsonNode?> lines)
    {
        var file = Path.Combine(_source.Path, "edited.jsonl");
        await File.WriteAllLinesAsync(file, lines.Select(line => line!.ToJsonString()));
        return file;
    }

    private static async Task<string> ExportToAsync(TemporaryFolder folder, string name = "all.jsonl")
    {
        var file = Path.Combine(folder.Path, name);
        Assert.Equal(0, await ExportAsync(folder, file));
        return file;
    }

    private static Task<int> ExportAsync(TemporaryFolder folder, string file) => ExportCommand.Create()
        .Parse(["--output", file, $"--GameNight:DataFolder={folder.Path}"]).InvokeAsync(new() { EnableDefaultExceptionHandler = false });

    private static Task<int> ImportAsync(TemporaryFolder folder, string file) => ImportCommand.Create()
        .Parse([file, $"--GameNight:DataFolder={folder.Path}"]).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
