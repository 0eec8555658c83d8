using GameNight.Retraining.Tuning;

namespace GameNight.Tests.Retraining.Tuning;

public sealed class TuningPlanTests
{
    [Fact]
    public void Rungs_NineSettings_GiveThreeTimesTheTrainingsToTheBestThird()
    {
        var plan = new TuningPlan(9);
        Assert.Equal([(9, 3), (3, 9)], plan.Rungs);
        // 9 · 3, then 3 · 6 more, then both compared 3 times on the others.
        Assert.Equal(27 + 18 + 6, plan.Trainings);
    }

    [Fact]
    public void Within_AnyNumberOfTrainings_IsTheLargestPlanThatFits()
    {
        var least = new TuningPlan(TuningPlan.MinSettings).Trainings;
        Assert.Null(TuningPlan.Within(least - 0.1));
        for (var trainings = least; trainings < 600; trainings++)
        {
            var plan = TuningPlan.Within(trainings)!;
            Assert.InRange(plan.Trainings, least, trainings);
            Assert.True(new TuningPlan(plan.Settings + 1).Trainings > trainings);
        }

        Assert.Equal(TuningPlan.MaxSettings, TuningPlan.Within(double.PositiveInfinity)!.Settings);
    }
}
