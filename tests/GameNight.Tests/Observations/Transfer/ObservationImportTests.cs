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

/// <summary>Out of one copy by <c>export</c>, and by <c>import</c> into another.</summary>
public sealed class ObservationImportTests : IDisposable
{
    private readonly TemporaryFolder _here = new();
    private readonly TemporaryFolder _there = new();

    [Theory]
    [InlineData("night.jsonl")]
    [InlineData("night.jsonl.gz")]
    public async Task Import_WhatWasExported_ExportsTheSameBytes(string name)
    {
        await FillAsync(_here, 30);
        var (first, second) = (Path.Combine(_here.Path, name), Path.Combine(_there.Path, name));
        Assert.Equal(0, await ExportAsync(_here, first));
        Assert.Equal(0, await ImportAsync(_there, first));
        Assert.Equal(0, await ExportAsync(_there, second));
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));

        Assert.Equal(0, await ImportAsync(_there, first));
        Assert.Equal(0, await ExportAsync(_there, second));
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));
    }

    [Fact]
    public async Task Run_Twice_ReportsWhatItDid()
    {
        await FillAsync(_here, 4);
        var file = await ExportToAsync(_here);
        using var store = Open(_there);
        Assert.Equivalent(new ImportedObservations(4, 0, 0, []), await ObservationImport.RunAsync(file, store, default));
        Assert.Equivalent(new ImportedObservations(0, 4, 0, []), await ObservationImport.RunAsync(file, store, default));
    }

    [Fact]
    public async Task Run_LaterLabels_AreSetAndEarlierOnesAreNot()
    {
        await FillAsync(_here, 4);
        var unmarked = (await File.ReadAllLinesAsync(await ExportToAsync(_here))).Select(line => JsonNode.Parse(line)).ToList();
        using var store = Open(_there);
        await ObservationImport.RunAsync(await WriteAsync(unmarked), store, default);

        Mark(unmarked[0]!, 1, ObservationBuilder.Evening);
        Mark(unmarked[1]!, 2, ObservationBuilder.Evening.AddHours(9));
        var marked = await WriteAsync(unmarked);
        Assert.Equivalent(new ImportedObservations(0, 4, 2, []), await ObservationImport.RunAsync(marked, store, default));
        Mark(unmarked[0]!, 5, ObservationBuilder.Evening.AddHours(1));
        Mark(unmarked[1]!, 6, ObservationBuilder.Evening);
        Assert.Equivalent(new ImportedObservations(0, 4, 1, []), await ObservationImport.RunAsync(await WriteAsync(unmarked), store, default));
        var labels = (await store.ReadAsync(null, 10, default)).Items.Select(play => play.Label?.Digit);
        Assert.Equal([5, 2, null, 3], labels);
    }

    [Fact]
    public async Task Run_WhatWasSetAsideThere_IsSetAsideHereNewOrNot()
    {
        await FillAsync(_here, 3);
        var lines = (await File.ReadAllLinesAsync(await ExportToAsync(_here))).Select(line => JsonNode.Parse(line)).ToList();
        using var store = Open(_there);
        await ObservationImport.RunAsync(await WriteAsync(lines[..2]), store, default);
        foreach (var line in lines)
            line!["excluded"] = true;
        await ObservationImport.RunAsync(await WriteAsync(lines[1..]), store, default);
        Assert.Equal([false, true, true], (await store.ReadAsync(null, 10, default)).Items.Select(play => play.Excluded));
        // What is not set aside there says nothing about here.
        lines[1]!["excluded"] = false;
        await ObservationImport.RunAsync(await WriteAsync(lines[1..]), store, default);
        Assert.Equal([false, true, true], (await store.ReadAsync(null, 10, default)).Items.Select(play => play.Excluded));
    }

    [Fact]
    public async Task Run_LinesOfAnOlderGame_HaveDefaults()
    {
        await FillAsync(_here, 1);
        var line = JsonNode.Parse((await File.ReadAllLinesAsync(await ExportToAsync(_here))).Single())!.AsObject();
        Assert.Equal(("touch", "arm", 2, false), ((string?)line["input"], (string?)line["chosenBy"], line["shadows"]!.AsArray().Count, (bool)line["excluded"]!));
        foreach (var field in new[] { "input", "chosenBy", "shadows", "excluded" })
            line.Remove(field);
        using var store = Open(_there);
        await ObservationImport.RunAsync(await WriteAsync([line]), store, default);
        var play = Assert.Single((await store.ReadAsync(null, 10, default)).Items);
        Assert.Equal((null, ChosenBy.Player, 0, false), (play.Input, play.ChosenBy, play.Shadows.Count, play.Excluded));
    }

    [Fact]
    public async Task Import_OtherPlayWithTheSameId_IsNamedAndChangesNothing()
    {
        await FillAsync(_here, 3);
        var lines = (await File.ReadAllLinesAsync(await ExportToAsync(_here))).Select(line => JsonNode.Parse(line)).ToList();
        Assert.Equal(0, await ImportAsync(_there, await WriteAsync(lines)));
        lines[1]!["player"] = "somebody else";
        Assert.Equal(1, await ImportAsync(_there, await WriteAsync(lines)));
        using var store = Open(_there);
        Assert.DoesNotContain((await store.ReadAsync(null, 10, default)).Items, play => play.Player == "somebody else");
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
    [InlineData("guesses", """[{"algorithm":"mnist-cnn","version":"1","probabilities":[1,1,0,0,0,0,0,0,0,0]}]""", "guesses[0].probabilities")]
    [InlineData("guesses", """[{"algorithm":"mnist-cnn","version":"1"}]""", "guesses[0]")]
    [InlineData("label", """{"digit":10,"by":"host","time":"2026-11-20T20:00:00Z"}""", "label.digit")]
    [InlineData("label", """{"digit":1,"by":"host"}""", "label")]
    [InlineData("normaliserVersion", "\"1\"", "normaliserVersion")]
    [InlineData("input", "\"crayon\"", "input")]
    [InlineData("input", "99", "input")]
    [InlineData("chosenBy", "\"dice\"", "chosenBy")]
    [InlineData("chosenBy", "null", "chosenBy")]
    [InlineData("shadows", "null", "shadows")]
    [InlineData("shadows", """[{"algorithm":"mnist-cnn","version":"2","probabilities":[1]}]""", "shadows[0].probabilities")]
    [InlineData("shadows", """[{"algorithm":"mnist-cnn","version":"1","probabilities":[1,0,0,0,0,0,0,0,0,0]}]""", "shadows: A version guesses once")]
    [InlineData("excluded", "\"yes\"", "excluded")]
    public async Task Import_AWrongLine_IsNamedAndNothingIsStored(string lineOrField, string valueOrReason, string? reason = null)
    {
        await FillAsync(_here, 3);
        var lines = await File.ReadAllLinesAsync(await ExportToAsync(_here));
        var line = lineOrField;
        if (reason is not null)
        {
            var play = JsonNode.Parse(lines[1])!;
            play[lineOrField] = JsonNode.Parse(valueOrReason);
            line = play.ToJsonString();
        }

        var file = Path.Combine(_here.Path, "edited.jsonl");
        await File.WriteAllLinesAsync(file, [lines[0], line, lines[2]]);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(_there, file));
        Assert.Contains("1 of its lines is no observation", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 2: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason ?? valueOrReason, refused.Message, StringComparison.Ordinal);
        using var store = Open(_there);
        Assert.Empty((await store.ReadAsync(null, 10, default)).Items);
    }

    [Fact]
    public async Task Import_CutShort_IsRefused()
    {
        await FillAsync(_here, 20);
        var file = await ExportToAsync(_here, "night.jsonl.gz");
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..^200]);
        await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(_there, file));
        Assert.Empty(Directory.GetFiles(_there.Path, "*.db"));
    }

    [Fact]
    public async Task Export_ThatFails_LeavesTheFileOfBefore()
    {
        await FillAsync(_here, 2);
        var file = await ExportToAsync(_here);
        var before = await File.ReadAllBytesAsync(file);
        await File.WriteAllTextAsync(Path.Combine(_there.Path, SqliteObservationStore.FileName), "This is no database, whatever its name says.");
        await Assert.ThrowsAsync<StoreException>(() => ExportAsync(_there, file));
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        Assert.Empty(Directory.GetFiles(_here.Path, "*.partial"));
    }

    /// <summary>What the notebook looks into is still what the game writes, and was drawn by nobody.</summary>
    [Fact]
    public async Task Run_TheEveningThatShips_IsTakenIn()
    {
        using var store = Open(_there);
        var imported = await ObservationImport.RunAsync(Path.Combine(GameFolders.Default.Models, "..", "..", "notebooks", "synthetic-evening.jsonl.gz"), store, default);
        Assert.Equivalent(new ImportedObservations(480, 0, 0, []), imported);
        Assert.All((await store.ReadAsync(null, 1000, default)).Items, play =>
        {
            Assert.StartsWith("simulated-", play.Player, StringComparison.Ordinal);
            Assert.Equal(InkNormaliser.Normalise(play.Ink!), play.Image);
        });
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    private static SqliteObservationStore Open(TemporaryFolder folder) => new(folder.Path, NullLogger<SqliteObservationStore>.Instance);

    /// <summary>Of four, the last is labelled.</summary>
    private static async Task FillAsync(TemporaryFolder folder, int count)
    {
        using var store = Open(folder);
        for (var i = 0; i < count; i++)
            await store.AppendAsync(ObservationBuilder.Of(i) with { Label = i % 4 == 3 ? ObservationBuilder.Label(3) : null }, default);
    }

    private static void Mark(JsonNode play, int digit, DateTimeOffset time) => play["label"] = JsonSerializer.SerializeToNode(new Label(digit, "host", time), ObservationJson.Options);

    private async Task<string> WriteAsync(IEnumerable<JsonNode?> lines)
    {
        var file = Path.Combine(_here.Path, "edited.jsonl");
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
