using GameNight.Hosting;
using Microsoft.Extensions.Configuration;

namespace GameNight.Tests.Retraining;

public sealed class TrainingOptionsTests
{
    [Theory]
    [InlineData("Sqlite", null, 2)]
    [InlineData("DynamoDb", null, 5)]
    [InlineData("DynamoDb", "1", 1)]
    public void Poll_ByTheStore_IsRarerWhereEachLookIsPaid(string store, string? set, int seconds)
    {
        var settings = new Dictionary<string, string?>
        {
            ["GameNight:Store:Provider"] = store,
            ["GameNight:Store:DynamoDb:Region"] = "eu-central-1",
        };
        if (set is not null)
            settings["GameNight:Training:PollSeconds"] = set;
        var options = GameOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Assert.Equal(TimeSpan.FromSeconds(seconds), options.Training.Poll);
    }
}
