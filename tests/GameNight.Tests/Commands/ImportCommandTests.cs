using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Commands;
using GameNight.Tests.Models;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Commands;

/// <summary>Models from outside take part by a manifest alone, in a game that is running.</summary>
public sealed class ImportCommandTests(GameServer server) : IClassFixture<GameServer>, IDisposable
{
    private const string Good = """{"algorithm":"guest","input":{"name":"image","layout":"flat","scale":0},"output":{"name":"scores","kind":"logits"}}""";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Habits => [.. TemplateModels.Habits.Select(habit => habit.Name)];

    [Theory]
    [MemberData(nameof(Habits))]
    public async Task Import_AnyHabit_PlaysInTheRunningGame(string name)
    {
        var habit = TemplateModels.Habits.Single(habit => habit.Name == name);
        Assert.Equal(0, await ImportAsync(TemplateModels.Of(habit), TemplateModels.Manifest(habit)));
        using var player = server.NewPlayer();
        var algorithm = await AppearsAsync(player, habit.Algorithm);
        Assert.Equal(("inService", "1", $"Outside, {name}"), (algorithm.GetProperty("status").GetString(), algorithm.GetProperty("activeVersion").GetString(), algorithm.GetProperty("name").GetString()));

        var drawings = Enumerable.Range(0, 23).Select(i => $$"""{"strokes":{{TemplateModels.Digits[i % 10]}}}""").ToList();
        using var batch = await player.PostAsync($"/api/algorithms/{habit.Algorithm}/predictions/batch", SampleDrawings.Json($$"""{"drawings":[{{string.Join(',', drawings)}}]}"""));
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
    [InlineData("""{"algorithm":"../guest","input":{"name":"image","layout":"flat"},"output":{"name":"scores","kind":"logits"}}""", "cannot be an algorithm's id")]
    [InlineData("""{"algorithm":"guest","input":{"name":"picture","layout":"flat"},"output":{"name":"scores","kind":"logits"}}""", "no input 'picture', only 'image'")]
    [InlineData("""{"algorithm":"guest","input":{"name":"image","layout":"nchw"},"output":{"name":"scores","kind":"logits"}}""", "image")]
    [InlineData("""{"algorithm":"guest","input":{"name":"image","layout":"flat"},"output":{"name":"probabilities","kind":"logits"}}""", "no output 'probabilities', only 'scores'")]
    [InlineData("""{"algorithm":"guest","input":{"name":"image","layout":"flat"},"output":{"name":"scores","kind":"probabilities"}}""", "no probabilities")]
    [InlineData("""{"algorithm":"guest","input":{"name":"image","layout":"flat","batch":0},"output":{"name":"scores","kind":"logits"}}""", "batch")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "cannot be read")]
    public Task Import_BadManifest_IsRefusedWithTheReason(string manifest, string reason) =>
        ExpectRefusedAsync(ModelPackageBuilder.Always("guest", 3).Model, manifest, reason);

    [Fact]
    public Task Import_Truncated_IsRefused() => ExpectRefusedAsync(ModelPackageBuilder.Always("guest", 3).Model[..1000], Good, "ONNX Runtime refuses the model");

    [Fact]
    public Task Import_AnswersThatAreNoNumbers_AreRefused() => ExpectRefusedAsync(ModelPackageBuilder.NotANumber("guest").Model, Good, "no probabilities");

    [Fact]
    public async Task Import_AnUnknownSetting_IsRefused() => await Assert.ThrowsAnyAsync<Exception>(() => ImportAsync([], Good, "--GameNight:DataFoldr=x"));

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

    private static async Task<JsonElement> AppearsAsync(HttpClient player, string algorithm)
    {
        var found = default(JsonElement);
        await Eventually.TrueAsync(async () =>
        {
            var algorithms = await player.GetFromJsonAsync<JsonElement>("/api/algorithms");
            found = algorithms.EnumerateArray().FirstOrDefault(one => one.GetProperty("id").GetString() == algorithm);
            return found.ValueKind == JsonValueKind.Object;
        }, $"{algorithm} takes part");
        return found;
    }
}
