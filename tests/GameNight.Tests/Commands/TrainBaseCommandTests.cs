using System.CommandLine;
using GameNight.Commands;
using GameNight.Tests.Storage;
using GameNight.Training.Network;

namespace GameNight.Tests.Commands;

public sealed class TrainBaseCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task TrainBase_PersonalWithoutMnist_IsPublished()
    {
        var models = Path.Combine(_folder.Path, "models");
        string[] arguments = ["--algorithm", PersonalNetwork.Algorithm, "--mnist", _folder.Path, "--output", models];
        var exitCode = await TrainBaseCommand.Create().Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        Assert.Equal(0, exitCode);
        Assert.True(Directory.Exists(Path.Combine(models, PersonalNetwork.Algorithm)), "Nothing was published.");
    }

    [Theory]
    [InlineData("--rounds", "0")]
    [InlineData("--made-up-ink", "-1")]
    [InlineData("--threads", "-1")]
    public void TrainBase_NumberTooSmall_IsNamed(string option, string number)
    {
        var error = Assert.Single(TrainBaseCommand.Create().Parse([option, number]).Errors);
        Assert.StartsWith($"{option} is {number}; it is ", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
