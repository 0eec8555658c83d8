using GameNight.Drawing.Images;
using GameNight.Training.Examples;

namespace GameNight.Tests.Training.Examples;

public sealed class FoolingCapTests
{
    [Theory]
    [InlineData(80, 20, 20)]
    [InlineData(80, 21, 20)]
    [InlineData(4, 100, 1)]
    [InlineData(0, 10, 0)]
    [InlineData(100, 0, 0)]
    public void Of_MoreThanAFifth_KeepsAFifthAndTheLatest(int ordinary, int fooling, int kept)
    {
        var examples = Enumerable.Range(0, ordinary + fooling)
            .Select(i => new TrainingExample(Guid.NewGuid(), "Ada", null, new DigitImage(new byte[DigitImage.Length]), 3)).ToList();
        var numbers = examples.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);

        var left = FoolingCap.Of(
            examples, example => numbers[example.Id] >= ordinary, example => DateTimeOffset.UnixEpoch.AddDays(numbers[example.Id]));

        Assert.Equal(
            [.. Enumerable.Range(0, ordinary), .. Enumerable.Range(ordinary + fooling - kept, kept)],
            left.Select(example => numbers[example.Id]));
    }
}
