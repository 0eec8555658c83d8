using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class ClusteredMeanTests
{
    [Fact]
    public void Of_OneCluster_HasNoInterval()
    {
        var mean = ClusteredMean.Of([1, 0, 1], ["ann", "ann", "ann"]);
        Assert.Equal(2.0 / 3, mean.Mean, 1e-12);
        Assert.Null(mean.StandardError);
        Assert.Null(mean.Low);
        Assert.Null(mean.AtLeast);
    }

    [Fact]
    public void Of_NoValues_IsRefused() => Assert.Throws<ArgumentException>(() => ClusteredMean.Of([], []));

    /// <summary>Where one person has all the gains, they are worth less than those of many.</summary>
    [Fact]
    public void Of_GainsOfOneCluster_AreLessCertainThanThoseOfMany()
    {
        var people = Enumerable.Range(0, 400).Select(i => $"{i % 20}").ToList();
        var ofOne = ClusteredMean.Of([.. people.Select(person => person == "0" ? 1.0 : 0)], people);
        var ofMany = ClusteredMean.Of([.. people.Select((_, i) => i < 20 ? 1.0 : 0)], people);
        Assert.Equal(ofOne.Mean, ofMany.Mean, 1e-12);
        Assert.True(ofOne.Low < 0, $"{ofOne.Low}");
        Assert.True(ofMany.Low > 0, $"{ofMany.Low}");
    }

    /// <summary>The order of the values, and which names the clusters have, make no difference; a shift moves the mean alone.</summary>
    [Fact]
    public void Of_ShuffledRenamedAndShifted_MovesTheMeanAlone() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var values = Enumerable.Range(0, 40).Select(_ => random.NextDouble() - 0.5).ToArray();
            var people = values.Select(_ => $"{random.Next(6)}").ToArray();
            var order = Enumerable.Range(0, 40).ToArray();
            random.Shuffle(order);
            var before = ClusteredMean.Of(values, people);
            var after = ClusteredMean.Of(Array.ConvertAll(order, i => values[i] + 1), Array.ConvertAll(order, i => "x" + people[i]));
            return Math.Abs(after.Mean - before.Mean - 1) < 1e-9
                && Math.Abs(after.StandardError!.Value - before.StandardError!.Value) < 1e-9;
        }).QuickCheckThrowOnFailure();

    /// <summary>Of 1,000 evenings of 12 people who differ, about 95 in 100 intervals hold the truth.</summary>
    [Fact]
    public void Interval_PeopleWhoDiffer_CoversAboutAsOftenAsItSays()
    {
        var random = new Random(1);
        var covered = 0;
        for (var evening = 0; evening < 1000; evening++)
        {
            var (values, people) = (new List<double>(), new List<string>());
            for (var person = 0; person < 12; person++)
            {
                var own = 0.1 + 0.3 * Normal(random);
                for (var i = 0; i < 20 + random.Next(40); i++)
                {
                    values.Add(own + 0.5 * Normal(random));
                    people.Add($"{person}");
                }
            }

            var mean = ClusteredMean.Of(values, people);
            covered += mean.Low <= 0.1 && 0.1 <= mean.High ? 1 : 0;
        }

        Assert.InRange(covered, 920, 980);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
