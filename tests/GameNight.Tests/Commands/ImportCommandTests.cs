using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Commands;
using GameNight.Tests.Models;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Commands;

/// <summary>A model that was trained elsewhere takes part in a running game by a manifest alone.</summary>
public sealed class ImportCommandTests(GameServer server) : IClassFixture<GameServer>, IDisposable
{
    private const string GoodManifest =
        """{"algorithm":"guest","input":{"name":"image","layout":"flat","scale":0},"output":{"name":"scores","kind":"logits"}}""";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Habits => [.. TemplateModels.Habits.Select(habit => habit.Name)];

    [Theory]
    [MemberData(nameof(Habits))]
    public async Task Import_EveryInputAndOutputConvention_IsServedByTheRunningGame(string name)
    {
        var habit = TemplateModels.Habits.Single(habit => habit.Name == name);
        Assert.Equal(0, await ImportAsync(TemplateModels.Of(habit), TemplateModels.Manifest(habit)));
        using var player = server.NewPlayer();
        var algorithm = await WaitForAlgorithmAsync(player, habit.Algorithm);
        Assert.Equal("inService", algorithm.GetProperty("status").GetString());
        Assert.Equal("1", algorithm.GetProperty("activeVersion").GetString());
        Assert.Equal($"Outside, {name}", algorithm.GetProperty("name").GetString());

        var drawings = Enumerable.Range(0, 23).Select(i => $$"""{"strokes":{{TemplateModels.Digits[i % 10]}}}""").ToList();
        var body = SampleDrawings.Json($$"""{"drawings":[{{string.Join(',', drawings)}}]}""");
        using var batch = await player.PostAsync($"/api/algorithms/{habit.Algorithm}/predictions/batch", body);
        Assert.Equal(HttpStatusCode.OK, batch.StatusCode);
        var together = (await batch.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("predictions").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(0, 23).Select(i => i % 10), together.Select(guess => guess.GetProperty("digit").GetInt32()));
        for (var i = 0; i < 11; i++)
        {
            using var single = await player.PostAsync($"/api/algorithms/{habit.Algorithm}/predictions", SampleDrawings.Json(drawings[i]));
            Assert.Equal(together[i].GetRawText(), await single.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("""{"algorithm":"guest","output":{"name":"scores","kind":"logits"}}""", "input")]
    [InlineData("""{"algorithm":"guest","input":{"name":"image","layout":"flat"}}""", "output")]
    [InlineData(
        """{"algorithm":"../guest","input":{"name":"image","layout":"flat"},"output":{"name":"scores","kind":"logits"}}""",
        "cannot be an algorithm's id")]
    [InlineData(
        """{"algorithm":"guest","input":{"name":"picture","layout":"flat"},"output":{"name":"scores","kind":"logits"}}""",
        "no input 'picture', only 'image'")]
    [InlineData(
        """{"algorithm":"guest","input":{"name":"image","layout":"nchw"},"output":{"name":"scores","kind":"logits"}}""",
        "image")]
    [InlineData(
        """{"algorithm":"guest","input":{"name":"image","layout":"flat"},"output":{"name":"probabilities","kind":"logits"}}""",
        "no output 'probabilities', only 'scores'")]
    [InlineData(
        """{"algorithm":"guest","input":{"name":"image","layout":"flat"},"output":{"name":"scores","kind":"probabilities"}}""",
        "no probabilities")]
    [InlineData(
        """{"algorithm":"guest","input":{"name":"image","layout":"flat","batch":0},"output":{"name":"scores","kind":"logits"}}""",
        "batch")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "cannot be read")]
    public Task Import_BadManifest_IsRefusedWithTheReason(string manifest, string reason) =>
        ExpectRefusedAsync(ModelPackageBuilder.Always("guest", 3).Model, manifest, reason);

    [Fact]
    public Task Import_TruncatedModel_IsRefused() =>
        ExpectRefusedAsync(ModelPackageBuilder.Always("guest", 3).Model[..1000], GoodManifest, "The model is no ONNX file");

    [Fact]
    public Task Import_ModelThatReadsAnotherFile_IsRefused() =>
        ExpectRefusedAsync(ModelPackageBuilder.ReadingAFile("guest", "observations.db").Model, GoodManifest, "external data");

    [Fact]
    public async Task Registry_ModelThatReadsAnotherFile_TakesNoPart()
    {
        // Another process put it there: no import has looked at it.
        ModelPackageBuilder.ReadingAFile("stranger", "observations.db").Ship(Path.Combine(server.DataFolder, "models"));
        using var host = server.NewHost();
        using var refused = await host.PostAsync("/api/algorithms/stranger/versions/1/activate", content: null);
        var problem = await Problem.ExpectAsync(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("external data", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public Task Import_ModelWhoseAnswersAreNoNumbers_IsRefused() =>
        ExpectRefusedAsync(ModelPackageBuilder.NotANumber("guest").Model, GoodManifest, "no probabilities");

    [Fact]
    public async Task Import_AnUnknownSetting_IsRefused() =>
        await Assert.ThrowsAnyAsync<Exception>(() => ImportAsync([], GoodManifest, "--GameNight:DataFoldr=x"));

    [Fact]
    public void Import_SettingBeforeTheFile_IsNotTakenForTheFile()
    {
        var error = Assert.Single(ImportCommand.Create().Parse(["--GameNight:TimeZone=UTC", "night.jsonl"]).Errors);
        Assert.Equal("--GameNight:TimeZone=UTC isn't a file; name the file before the settings.", error.Message);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<int> ImportAsync(byte[] model, string manifest, params string[] settings)
    {
        var (modelFile, manifestFile) = (Path.Combine(_folder.Path, "model.onnx"), Path.Combine(_folder.Path, "manifest.json"));
        await File.WriteAllBytesAsync(modelFile, model);
        await File.WriteAllTextAsync(manifestFile, manifest);
        return await ImportCommand.Create()
            .Parse([modelFile, "--manifest", manifestFile, $"--GameNight:DataFolder={server.DataFolder}", .. settings])
            .InvokeAsync(new() { EnableDefaultExceptionHandler = false });
    }

    private async Task ExpectRefusedAsync(byte[] model, string manifest, string reason)
    {
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(model, manifest));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(server.DataFolder, "models", "guest")), "Something was published.");
    }

    private static async Task<JsonElement> WaitForAlgorithmAsync(HttpClient player, string algorithm)
    {
        var found = default(JsonElement);
        await Eventually.TrueAsync(async () =>
        {
            var algorithms = await player.GetFromJsonAsync<JsonElement>("/api/algorithms");
            found = algorithms.EnumerateArray().FirstOrDefault(entry => entry.GetProperty("id").GetString() == algorithm);
            return found.ValueKind == JsonValueKind.Object;
        }, $"{algorithm} takes part");
        return found;
    }
}
