using System.Net;
using System.Net.Http.Json;
using GameNight.Recognition.Browser;
using GameNight.Tests.Architecture;

namespace GameNight.Tests.Recognition.Browser;

/// <summary>The model files that browsers load: which, and what their addresses promise.</summary>
public sealed class ModelFileTests(GameServer server) : IClassFixture<GameServer>
{
    private readonly HttpClient _browser = server.NewPlayer();

    [Fact]
    public async Task List_OfAFreshGame_HasThePlainContestantsAlone()
    {
        var models = await ListAsync(_browser);
        Assert.Equal(["mnist-cnn", "mnist-mlp", "k-means", "app-xgboost", "app-network"], models.Select(model => model.Id));
        Assert.All(models, model => Assert.Equal($"/models/{model.Id}/{model.Version}/model.onnx", model.Address));
    }

    [Fact]
    public async Task File_OfEachThatIsListed_IsTheShippedOneAndKeptForEver()
    {
        foreach (var model in await ListAsync(_browser))
        {
            var answer = await _browser.GetAsync(model.Address);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
            Assert.Equal($"\"{model.Sha256}\"", answer.Headers.ETag?.Tag);
            var file = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(model.Bytes, file.Length);
            Assert.Equal(await File.ReadAllBytesAsync(Repository.File($"data/models/{model.Id}/{model.Version}/model.onnx")), file);
        }
    }

    [Fact]
    public async Task File_ThatTheBrowserHas_IsNotSentAgain()
    {
        var first = await _browser.GetAsync("/models/k-means/1/model.onnx");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/models/k-means/1/model.onnx");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _browser.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task File_CutOff_GoesOnWhereItStopped()
    {
        using var rest = new HttpRequestMessage(HttpMethod.Get, "/models/k-means/1/model.onnx");
        rest.Headers.Range = new(1000, null);
        var answer = await _browser.SendAsync(rest);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(new FileInfo(Repository.File("data/models/k-means/1/model.onnx")).Length - 1000, answer.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/models/personal/2/model.onnx")]
    [InlineData("/models/rookie/1/model.onnx")]
    [InlineData("/models/committee/1/model.onnx")]
    [InlineData("/models/mnist-cnn/99/model.onnx")]
    [InlineData("/models/nobody/1/model.onnx")]
    [InlineData("/models/mnist-cnn/1/manifest.json")]
    [InlineData("/models/app-network/2/embeddings.bin")]
    [InlineData("/models/..%2F..%2Flocal/1/model.onnx")]
    [InlineData("/models/MNIST-CNN/1/model.onnx")]
    public async Task File_OfAnythingElse_IsNotFound(string address)
    {
        var answer = await _browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("immutable", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_WhereTheHostSaysSo_IsListedOrServed()
    {
        var closed = GameServer.With("--GameNight:Browser:Models=None");
        await closed.InitializeAsync();
        Assert.Empty(await ListAsync(closed.NewPlayer()));
        Assert.Equal(HttpStatusCode.NotFound, (await closed.NewPlayer().GetAsync("/models/mnist-cnn/1/model.onnx")).StatusCode);
        await closed.DisposeAsync();
    }

    private static async Task<List<BrowserModel>> ListAsync(HttpClient browser) =>
        (await browser.GetFromJsonAsync<List<BrowserModel>>("/api/algorithms/in-browser"))!;
}
