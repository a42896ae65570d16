import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('site', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameField(
            model_name='errorreport',
            old_name='reported_at',
            new_name='received_at',
        ),
        migrations.AlterField(
            model_name='errorreport',
            name='received_at',
            field=models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='received'),
        ),
        migrations.AlterModelOptions(
            name='errorreport',
            options={'ordering': ['-received_at'], 'verbose_name': 'reported error', 'verbose_name_plural': 'reported errors'},
        ),
        migrations.AddField(
            model_name='errorreport',
            name='handled_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handled by'),
        ),
    ]
