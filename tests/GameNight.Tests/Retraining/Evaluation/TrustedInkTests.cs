using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Training.SyntheticInk;
using Microsoft.Extensions.Configuration;

namespace GameNight.Tests.Retraining.Evaluation;

public sealed class TrustedInkTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"trusted-{Guid.NewGuid():N}.jsonl.gz");

    [Fact]
    public async Task Setting_FileOfSixPeople_GivesTheirDrawings()
    {
        await WriteAsync(6);
        var ink = Read(_path)!;
        Assert.Equal(60, ink.Set.Images.Length);
        Assert.Equal(6, ink.Set.People!.Distinct().Count());
        Assert.True(ink.Contains(InkNormaliser.Normalise(Draw(7).Strokes)));
        Assert.False(ink.Contains(InkNormaliser.Normalise(Draw(77).Strokes)));
    }

    [Fact]
    public async Task Setting_FileOfTooFewPeople_IsWrong()
    {
        await WriteAsync(4);
        AssertWrong("It has drawings of 4 people; it takes 5.");
    }

    [Fact]
    public async Task Setting_DamagedFile_IsWrong()
    {
        await WriteAsync(6);
        var bytes = await File.ReadAllBytesAsync(_path);
        await File.WriteAllBytesAsync(_path, bytes[..(bytes.Length / 2)]);
        AssertWrong(_path);
    }

    [Fact]
    public async Task Setting_LineThatIsNoDrawing_IsWrong()
    {
        await File.WriteAllTextAsync(_path.Replace(".gz", "", StringComparison.Ordinal), """{ "label": 12, "writer": 1, "strokes": [] }""");
        var refused = Assert.Throws<InvalidSettingsException>(() => Read(_path.Replace(".gz", "", StringComparison.Ordinal)));
        Assert.Contains("line 1: this is no drawing of a digit", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Setting_MissingFile_IsWrong() => AssertWrong("which cannot be read");

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_path.Replace(".gz", "", StringComparison.Ordinal));
    }

    private static RecordedInk Draw(int number) =>
        new(number % 10, number / 10, StrokeSkeletons.Draw(number % 10, new Random(number)));

    private Task WriteAsync(int writers) => PenDigitsDownload.WriteAsync(Enumerable.Range(0, 10 * writers).Select(Draw), _path, default);

    private void AssertWrong(string reason)
    {
        var refused = Assert.Throws<InvalidSettingsException>(() => Read(_path));
        Assert.Contains("GameNight:Training:TrustedInk is", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static TrustedInk? Read(string path)
    {
        var settings = new SettingsReader(new ConfigurationBuilder()
            .AddInMemoryCollection([new("GameNight:Training:TrustedInk", path)]).Build());
        var options = TrainingOptions.Read(settings, isTable: false);
        settings.Finish();
        return options.TrustedInk;
    }
}
