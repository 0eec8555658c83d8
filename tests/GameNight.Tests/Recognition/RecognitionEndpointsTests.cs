using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Drawing.Rasters;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Recognition;

public sealed class RecognitionEndpointsTests(GameServer server) : IClassFixture<GameServer>
{
    private const string Predictions = "/api/algorithms/mnist-cnn/predictions";

    private readonly HttpClient _player = server.NewPlayer();

    [Fact]
    public async Task Algorithms_AsShipped_AreInService()
    {
        var algorithms = await _player.GetFromJsonAsync<JsonElement>("/api/algorithms");
        var cnn = algorithms.EnumerateArray().Single(algorithm => algorithm.GetProperty("id").GetString() == "mnist-cnn");
        Assert.Equal("inService", cnn.GetProperty("status").GetString());
        Assert.Equal("cnn", cnn.GetProperty("family").GetString());
        Assert.Equal("1", cnn.GetProperty("activeVersion").GetString());
    }

    [Theory]
    [InlineData(SampleDrawings.Seven, 7)]
    [InlineData(SampleDrawings.One, 1)]
    public async Task Predictions_Strokes_AreGuessedWithProbabilitiesAndTheImage(string strokes, int digit)
    {
        var response = await PostAsync($$"""{"strokes":{{strokes}}}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var guess = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(digit, guess.GetProperty("digit").GetInt32());
        var probabilities = guess.GetProperty("probabilities").EnumerateArray().Select(p => p.GetDouble()).ToArray();
        Assert.Equal(10, probabilities.Length);
        Assert.Equal(1, probabilities.Sum(), 1e-4);
        Assert.Equal(probabilities[digit], guess.GetProperty("confidence").GetDouble());
        var image = guess.GetProperty("image").EnumerateArray().Select(pixel => pixel.GetInt32());
        Assert.Equal(SampleDrawings.Image(strokes).ToNumbers(), image);
    }

    [Fact]
    public async Task Predictions_PixelsAndPng_GiveTheSameDigit()
    {
        var image = SampleDrawings.Image(SampleDrawings.Seven);
        var pixels = await GuessAsync($$"""{"image":[{{string.Join(',', image.ToNumbers())}}]}""");
        var png = await GuessAsync($$"""{"png":"{{Convert.ToBase64String(Png.Write(image))}}"}""");
        Assert.Equal((7, 7), (pixels, png));
    }

    [Theory]
    [InlineData("""{"strokes":[]}""")]
    [InlineData("""{"strokes":[[],[]]}""")]
    public async Task Predictions_BlankStrokes_AreRefusedAsBlank(string body)
    {
        var problem = await Problem.ExpectAsync(HttpStatusCode.UnprocessableEntity, await PostAsync(body));
        Assert.Contains("blank", problem.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Predictions_BlankImage_IsRefused()
    {
        var body = $$"""{"image":[{{string.Join(',', new int[784])}}]}""";
        await Problem.ExpectAsync(HttpStatusCode.UnprocessableEntity, await PostAsync(body));
    }

    [Theory]
    [InlineData("""{"strokes":[[[1,"a"]]]}""", "strokes[0][0][1]")]
    [InlineData("""{"strokes":[[[1,1e999]]]}""", "strokes[0][0][1]")]
    [InlineData("""{"strokes":[[[1]]]}""", "strokes[0][0]")]
    [InlineData("""{"strokes":[null]}""", "strokes[0]")]
    [InlineData("""{"image":[1,2]}""", "image")]
    [InlineData("""{"image":"abc"}""", "image")]
    [InlineData("""{"png":"not base64!"}""", "png")]
    [InlineData("""{"png":"aGVsbG8="}""", "png")]
    [InlineData("""{"strokes":[[[1,1]]],"png":"aGVsbG8="}""", "strokes")]
    [InlineData("{}", "strokes")]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("", "body")]
    public async Task Predictions_BadBody_NamesTheField(string body, string field) =>
        await Problem.ExpectFieldAsync(field, await PostAsync(body));

    [Fact]
    public async Task Predictions_ANumberOutOfRange_NamesThePixel() =>
        await Problem.ExpectFieldAsync("image[783]", await PostAsync($$"""{"image":[{{string.Join(',', new int[783])}},256]}"""));

    [Theory]
    [InlineData(1, Ink.MaxPoints + 1)]
    [InlineData(Ink.MaxStrokes + 1, 1)]
    public async Task Predictions_OverTheLimits_NamesTheStrokes(int strokes, int points)
    {
        var stroke = $"[{string.Join(',', Enumerable.Repeat("[1,2]", points))}]";
        var body = $$"""{"strokes":[{{string.Join(',', Enumerable.Repeat(stroke, strokes))}}]}""";
        await Problem.ExpectFieldAsync("strokes", await PostAsync(body));
    }

    [Fact]
    public async Task Predictions_TenMegabytes_AreRefused() =>
        await Problem.ExpectAsync(HttpStatusCode.RequestEntityTooLarge, await PostAsync(new string(' ', 10_000_000)));

    [Fact]
    public async Task Predictions_UnknownAlgorithm_IsNotFound()
    {
        var body = SampleDrawings.Json($$"""{"strokes":{{SampleDrawings.One}}}""");
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await _player.PostAsync("/api/algorithms/nobody/predictions", body));
    }

    [Fact]
    public async Task Predictions_NotJson_IsUnsupported() =>
        await Problem.ExpectAsync(HttpStatusCode.UnsupportedMediaType, await _player.PostAsync(Predictions, new StringContent("strokes")));

    [Fact]
    public async Task Predictions_NoContentType_IsUnsupported()
    {
        var body = new StringContent("{}");
        body.Headers.Remove("Content-Type");
        await Problem.ExpectAsync(HttpStatusCode.UnsupportedMediaType, await _player.PostAsync(Predictions, body));
    }

    [Fact]
    public async Task Predictions_TooLargeInChunks_AreRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Predictions);
        request.Content = SampleDrawings.Json("{" + new string(' ', 1_500_000));
        request.Headers.TransferEncodingChunked = true;
        await Problem.ExpectAsync(HttpStatusCode.RequestEntityTooLarge, await _player.SendAsync(request));
    }

    [Fact]
    public async Task Predictions_UnknownCharset_IsUnsupported()
    {
        var body = new StringContent("{}");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=foo");
        await Problem.ExpectAsync(HttpStatusCode.UnsupportedMediaType, await _player.PostAsync(Predictions, body));
    }

    private Task<HttpResponseMessage> PostAsync(string body) => _player.PostAsync(Predictions, SampleDrawings.Json(body));

    private async Task<int> GuessAsync(string body) =>
        (await (await PostAsync(body)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("digit").GetInt32();
}
